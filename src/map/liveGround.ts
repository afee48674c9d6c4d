import type { LatLngBounds, Map as LeafletMap } from 'leaflet'
import { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js'
import { tiandituTiles } from './tianditu.ts'

/** Tiles that must fail, none having come, before the ground counts as lost. */
const patience = 4

/** Prepares 天地图 as a ground that can be laid and taken away; nothing is asked of it before. */
export function addGround(
  map: LeafletMap,
  host: HTMLElement,
  key: string,
  neatline: LatLngBounds,
  onLost: () => void,
): (on: boolean) => void {
  const pane = map.createPane('ground')
  let came = 0
  let failed = 0
  const layers = (['vec', 'cva'] as const).map((name) =>
    new TileLayer(tiandituTiles(name, key), {
      pane: 'ground',
      subdomains: '01234567',
      maxNativeZoom: 18,
      minZoom: 1,
      bounds: neatline,
    })
      .on('tileload', () => came++)
      .on('tileerror', () => {
        failed++
        if (came === 0 && failed === patience) onLost()
      }),
  )
  // The frame's dots stand on paper, not on ground: tiles end at the neatline.
  const clip = () => {
    const corner = map.latLngToLayerPoint(neatline.getNorthWest())
    const opposite = map.latLngToLayerPoint(neatline.getSouthEast())
    const { x: left, y: top } = corner
    const { x: right, y: bottom } = opposite
    pane.style.clipPath = `polygon(${left}px ${top}px,${right}px ${top}px,${right}px ${bottom}px,${left}px ${bottom}px)`
  }
  map.on('zoomend moveend viewreset', clip)
  return (on) => {
    came = 0
    failed = 0
    host.classList.toggle('on-ground', on)
    clip()
    for (const layer of layers) {
      if (on) layer.addTo(map)
      else layer.remove()
    }
  }
}
