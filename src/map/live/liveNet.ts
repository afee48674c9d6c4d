import type { Map as LeafletMap } from 'leaflet'
import type { LngLat } from '../../places/lngLat.ts'
import { graticule } from '../drawing/graticule.ts'
import type { Projection } from '../drawing/projection.ts'
import { metresPerUnit, scaleBar } from '../drawing/scaleBar.ts'
import type { LiveDrawing } from './parseDrawing.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

function addSvg(host: HTMLElement, className: string): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg')
  svg.setAttribute('class', className)
  svg.setAttribute('aria-hidden', 'true')
  host.append(svg)
  return svg
}

function shape(name: 'path' | 'text', attributes: Record<string, string | number>, text = '') {
  const element = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.textContent = text
  return element
}

/**
 * Keeps a grid of degrees below the marks and a scale bar above them up to date with the view, never finer than the
 * precision of the places; a column of names keeps the right side free.
 */
export function addNet(
  map: LeafletMap,
  host: HTMLElement,
  { column, precision }: Pick<LiveDrawing, 'column' | 'precision'>,
) {
  const net = addSvg(host, 'live-net net')
  const bar = addSvg(host, 'live-scale scale')

  const view: Pick<Projection, 'project' | 'unproject'> = {
    project: ([lng, lat]) => map.latLngToContainerPoint([lat, lng]),
    unproject: ({ x, y }): LngLat => {
      const { lng, lat } = map.containerPointToLatLng([x, y])
      return [lng, lat]
    },
  }
  const refresh = () => {
    const { x: width, y: height } = map.getSize()
    const box = { left: 0, top: 0, right: width, bottom: height }
    const lettering = Number.parseFloat(host.style.getPropertyValue('--small')) || 12
    const maxMeridians = Math.max(2, Math.floor(width / (lettering * 8)))
    const lines = graticule(view, box, { maxMeridians, lettering, precision })
    const d = lines.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`).join('')
    const words = lines.flatMap(({ label, words }) =>
      label ? [shape('text', { ...label }, words)] : [],
    )
    net.replaceChildren(...(column ? [] : [shape('path', { d }), ...words]))

    const { lat } = map.containerPointToLatLng([0, height])
    const units = 256 * 2 ** map.getZoom()
    const scale = scaleBar(metresPerUnit(units / (2 * Math.PI), lat), width / 4, precision)
    if (!scale) return bar.replaceChildren()
    const left = column ? 12 : width - 12 - scale.length
    const right = left + scale.length
    const y = height - 12
    const at = column
      ? { x: left, y: y - 14, 'text-anchor': 'start' }
      : { x: left + scale.length / 2, y: y - 6, 'text-anchor': 'middle' }
    bar.replaceChildren(
      shape('path', { d: `M${left} ${y - 5}V${y}H${right}V${y - 5}` }),
      shape('text', at, scale.words),
    )
  }
  const hide = () => host.classList.add('is-zooming')
  const show = () => {
    host.classList.remove('is-zooming')
    refresh()
  }
  map.on('move', refresh).on('zoomstart', hide).on('zoomend', show)
  return {
    refresh,
    remove: () => {
      net.remove()
      bar.remove()
    },
  }
}
