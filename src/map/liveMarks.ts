import { CircleMarker, DivIcon, type Map as LeafletMap, Marker, Point } from 'leaflet'
import type { Drawing, DrawnMark } from './readDrawing.ts'

/** Names a mark of the map: a town by its adcode or a point by its id. */
export type ChooseMark = (attribute: DrawnMark['attribute'], id: string) => void

/** The marks of the live map, which keep their size and their places beside names at every zoom. */
export interface LiveMarks {
  /** Sets radii for a drawing shown at `scale`. */
  resize(scale: number): void
  /** Keeps dots without a place of their own beside their town's name. */
  holdClusters(scale: number): void
  find(attribute: DrawnMark['attribute'], id: string): DrawnMark | undefined
}

/** A town's name set from the same anchor as in the built drawing, as text. */
function nameElement(name: NonNullable<DrawnMark['name']>): HTMLElement {
  const element = document.createElement('span')
  element.textContent = name.text
  element.dataset.anchor = name.anchor
  element.style.setProperty('--dx', String(name.dx))
  element.style.setProperty('--dy', String(name.dy))
  return element
}

/** Draws water, dots, rings and names; every drawn mark carries its `data-point` or `data-town`. */
export function addMarks(
  map: LeafletMap,
  { marks, ripples }: Drawing,
  choose: ChooseMark,
): LiveMarks {
  const circles: { layer: CircleMarker; radius: number; mark?: DrawnMark }[] = []
  const byId = new Map(marks.map((mark) => [`${mark.attribute}=${mark.id}`, mark]))

  const addRipples = ({ at }: DrawnMark) => {
    for (const { radius, opacity } of ripples) {
      const layer = new CircleMarker(at, { className: 'ripple', interactive: false, opacity })
      circles.push({ layer: layer.addTo(map), radius })
    }
  }
  const addMark = (mark: DrawnMark) => {
    const { attribute, id, className, radius, at, name } = mark
    const drawn = (layer: CircleMarker | Marker) => {
      layer.addTo(map).on('click', () => choose(attribute, id))
      layer.getElement()?.setAttribute(attribute, id)
    }
    const layer = new CircleMarker(at, { className, bubblingMouseEvents: false })
    drawn(layer)
    circles.push({ layer, radius, mark })
    if (!name) return
    const icon = new DivIcon({
      html: nameElement(name),
      className: 'town-label',
      iconSize: [0, 0],
    })
    drawn(new Marker(at, { icon, keyboard: false }))
  }

  for (const mark of marks) if (mark.attribute === 'data-town') addRipples(mark)
  for (const mark of marks) addMark(mark)

  return {
    resize: (scale) => {
      for (const { layer, radius } of circles) layer.setRadius(radius * scale)
    },
    holdClusters: (scale) => {
      for (const { layer, mark } of circles) {
        const town = mark?.beside && byId.get(`data-town=${mark.beside.town}`)
        if (!mark?.beside || !town) continue
        const offset = new Point(mark.beside.dx, mark.beside.dy).multiplyBy(scale)
        const place = map.latLngToLayerPoint(town.at).add(offset)
        layer.setLatLng(map.layerPointToLatLng(place))
      }
    },
    find: (attribute, id) => byId.get(`${attribute}=${id}`),
  }
}
