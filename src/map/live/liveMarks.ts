import type { LatLngExpression, Map as LeafletMap } from 'leaflet'
import type { Place } from '../../svg/box.ts'
import { spreadDots } from '../drawing/spreadDots.ts'
import { CircleMarker, Point } from './leaflet.ts'
import type { DrawClusters, LiveView, MarkName, PlacedMark } from './live.ts'
import { LiveLabel } from './liveLabel.ts'
import type { DrawnMark, LiveDrawing } from './parseDrawing.ts'

/** The marks of the live map, which keep their size, and their distance to names, at every zoom. */
export interface LiveMarks {
  /** Sets radii and places for a drawing shown at `scale`, after any move. */
  refresh(scale: number): void
  show(view: LiveView): void
  find(name: MarkName): { at: LatLngExpression; placed: boolean } | undefined
  /** The zoom at which a point is no longer part of a cluster; 0 if it never is. */
  aloneAt(name: MarkName): number
  /** The coordinates of all matching marks. */
  placesOf(view: LiveView): [number, number][]
  /** The marks inside the window. */
  visible(): PlacedMark[]
}

/** The radius around a mark within which a touch counts, px. */
const touchRadius = 22

const keyOf = ({ attribute, id }: MarkName) => `${attribute}=${id}`

/** A town's name as text, anchored as in the built drawing, with its leader if it has one. */
function nameElement({ text, anchor, dx, dy, leader }: NonNullable<DrawnMark['name']>) {
  const element = document.createElement('span')
  element.textContent = text
  element.dataset.anchor = anchor
  element.style.setProperty('--dx', String(dx))
  element.style.setProperty('--dy', String(dy))
  if (!leader) return element
  const line = document.createElement('i')
  line.style.setProperty('--length', String(Math.hypot(dx - 4, dy)))
  line.style.setProperty('--turn', `${Math.atan2(dy, dx - 4)}rad`)
  element.dataset.leader = ''
  const both = document.createElement('div')
  both.append(line, element)
  return both
}

/** Draws dots, rings and names; every mark carries its `data-point` or `data-town`. */
export function addMarks(
  map: LeafletMap,
  drawing: LiveDrawing,
  drawClusters: DrawClusters | undefined,
  onChoose: (name: MarkName | null) => void,
): LiveMarks {
  const circles: { layer: CircleMarker; radius: number; mark: DrawnMark }[] = []
  // On a map with clusters, single points come from the data, not from the drawing.
  const marks = drawing.marks.filter((mark) => !drawClusters || !mark.className.includes('placed'))
  const byKey = new Map(marks.map((mark) => [keyOf(mark), mark]))
  const halo = new CircleMarker([0, 0], { className: 'halo', interactive: false, radius: 11 })
  let view: LiveView | undefined

  const addMark = (mark: DrawnMark) => {
    const { attribute, id, className, radius, at, name } = mark
    const layer = new CircleMarker(at, { className, bubblingMouseEvents: false })
    const choose = () => onChoose({ attribute, id })
    layer.addTo(map).on('click', choose).getElement()?.setAttribute(attribute, id)
    circles.push({ layer, radius, mark })
    if (!name) return
    const label = new LiveLabel(at, 'town-label', nameElement(name))
    label.addTo(map).on('click', choose).element.setAttribute(attribute, id)
  }
  for (const mark of marks) addMark(mark)
  const dots = circles.filter(({ mark }) => mark.className.includes('placed'))
  const clusters = drawClusters?.(map, drawing, (id) => onChoose({ attribute: 'data-point', id }))

  /** The places of dots with coordinates, spread apart for this zoom. */
  const spread = (scale: number) => {
    const places = dots.map(({ mark }) => map.latLngToLayerPoint(mark.at))
    const { min, max } = drawing.point
    const { radius, places: apart } = spreadDots(places, min * scale, max * scale)
    for (const [index, { layer, mark }] of dots.entries()) {
      const [was, is] = [places[index] as Place, apart[index] as Place]
      const moved = was.x !== is.x || was.y !== is.y
      layer.setLatLng(moved ? map.layerPointToLatLng(new Point(is.x, is.y)) : mark.at)
      layer.setRadius(radius)
    }
  }
  const holdRows = (scale: number) => {
    for (const { layer, mark } of circles) {
      const town = mark.beside && byKey.get(`data-town=${mark.beside.town}`)
      if (!mark.beside || !town) continue
      const offset = new Point(mark.beside.dx, mark.beside.dy).multiplyBy(scale)
      layer.setLatLng(map.layerPointToLatLng(map.latLngToLayerPoint(town.at).add(offset)))
    }
  }
  const layerOf = (name: MarkName) => circles.find(({ mark }) => keyOf(mark) === keyOf(name))?.layer
  const haloAt = () => {
    const name = view?.chosen
    const at = name && (layerOf(name)?.getLatLng() ?? find(name)?.at)
    if (at) halo.setLatLng(at).addTo(map).bringToBack()
    else halo.remove()
  }
  const find: LiveMarks['find'] = (name) => {
    const mark = byKey.get(keyOf(name))
    if (mark) return { at: mark.at, placed: mark.className.includes('placed') }
    const point = name.attribute === 'data-point' && clusters?.find(name.id)
    return point ? { at: point, placed: true } : undefined
  }
  const apply = () => {
    if (!view) return
    const { points, towns, chosen } = view
    const host = map.getContainer()
    for (const element of host.querySelectorAll('[data-point], [data-town]')) {
      const town = element.getAttribute('data-town')
      const id = element.getAttribute('data-point')
      const off = town === null ? !points.has(id ?? '') : !towns.has(town)
      element.toggleAttribute('data-off', off)
      const is = chosen && element.getAttribute(chosen.attribute) === chosen.id
      element.toggleAttribute('data-chosen', Boolean(is))
    }
    haloAt()
  }
  const visible: LiveMarks['visible'] = () => {
    const { x: width, y: height } = map.getSize()
    const own = circles.map(({ layer, mark }): PlacedMark => {
      const { x, y } = map.latLngToContainerPoint(layer.getLatLng())
      const name = { attribute: mark.attribute, id: mark.id }
      return { x, y, key: keyOf(mark), name, words: '' }
    })
    return [...own, ...(clusters?.visible() ?? [])].filter(
      ({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height,
    )
  }
  map.on('click', ({ containerPoint }) => {
    const near = visible()
      .map((mark) => ({
        mark,
        distance: Math.hypot(mark.x - containerPoint.x, mark.y - containerPoint.y),
      }))
      .filter(({ distance }) => distance <= touchRadius)
      .sort((a, b) => a.distance - b.distance)[0]?.mark
    if (near?.open) near.open()
    else onChoose(near?.name ?? null)
  })

  return {
    refresh: (scale) => {
      for (const { layer, radius, mark } of circles) {
        if (!mark.className.includes('placed')) layer.setRadius(radius * scale)
      }
      spread(scale)
      holdRows(scale)
      clusters?.refresh()
      apply()
    },
    show: (next) => {
      if (clusters && view?.points !== next.points) clusters.filter(next.points)
      view = next
      apply()
    },
    find,
    aloneAt: ({ id, attribute }) => (attribute === 'data-point' ? (clusters?.aloneAt(id) ?? 0) : 0),
    placesOf: ({ points, towns }) => [
      ...marks.flatMap(({ attribute, id, at }) =>
        (attribute === 'data-town' ? towns : points).has(id) ? [at] : [],
      ),
      ...(clusters?.placesOf(points) ?? []),
    ],
    visible,
  }
}
