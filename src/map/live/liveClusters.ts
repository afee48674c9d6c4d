import type { Layer, Map as LeafletMap } from 'leaflet'
import type { LngLat } from '../../places/lngLat.ts'
import {
  clusterRadius,
  formatCluster,
  type Gathered,
  type GatheredPoints,
  gatherPoints,
} from '../gatherPoints.ts'
import { maxZoom } from '../maxZoom.ts'
import { CircleMarker } from './leaflet.ts'
import type { ListedPoint } from './listedPoint.ts'
import type { DrawClusters, LiveClusters, PlacedMark } from './live.ts'
import { LiveLabel } from './liveLabel.ts'
import type { LiveDrawing } from './parseDrawing.ts'

type PlacedPoint = ListedPoint & { at: LngLat }

interface Prepared {
  placed: readonly PlacedPoint[]
  byId: ReadonlyMap<string, PlacedPoint>
  everything: GatheredPoints
}

const latLng = ([lng, lat]: LngLat): [number, number] => [lat, lng]

/** Gathers the points before the map is drawn, so that neither task blocks the page for long. */
export function prepareClusters(all: readonly ListedPoint[]): DrawClusters {
  const placed = all.filter((point): point is PlacedPoint => point.at !== null)
  const byId = new Map(placed.map((point) => [point.id, point]))
  const everything = gatherPoints(placed.map(({ at }) => at))
  return (map, drawing, onChoose) =>
    drawClusters(map, drawing, onChoose, { placed, byId, everything })
}

/** Draws the points of a crowded map as clusters and dots, only those in view. */
function drawClusters(
  map: LeafletMap,
  drawing: LiveDrawing,
  onChoose: (id: string) => void,
  { placed, byId, everything }: Prepared,
): LiveClusters {
  let drawn: Layer[] = []
  let shown = placed
  let index = everything
  let marks: Gathered[] = []

  const open = ({ cluster, at }: Gathered) =>
    map.setView(latLng(at), Math.min(maxZoom, index.apartAt(cluster as number) + 0.01))
  const small = () => Number.parseFloat(map.getContainer().style.getPropertyValue('--small')) || 12

  const draw = (mark: Gathered): Layer[] => {
    const at = latLng(mark.at)
    if (mark.index !== undefined) {
      const { id } = shown[mark.index] as ListedPoint
      const dot = new CircleMarker(at, {
        className: 'dot placed',
        radius: drawing.point.max * (map.getSize().x / drawing.width),
        bubblingMouseEvents: false,
      })
      dot.on('click', () => onChoose(id)).addTo(map)
      dot.getElement()?.setAttribute('data-point', id)
      return [dot]
    }
    const circle = new CircleMarker(at, {
      className: 'cluster',
      radius: clusterRadius(mark.count, small()),
      bubblingMouseEvents: false,
    })
    circle.on('click', () => open(mark)).addTo(map)
    circle.getElement()?.setAttribute('data-cluster', String(mark.count))
    circle.getElement()?.setAttribute('aria-label', formatCluster(mark.count))
    const words = document.createElement('span')
    words.textContent = String(mark.count)
    return [circle, new LiveLabel(at, 'cluster-count', words).addTo(map)]
  }
  const refresh = () => {
    const bounds = map.getBounds().pad(0.1)
    for (const layer of drawn) layer.remove()
    marks = index.within(
      [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      map.getZoom(),
    )
    drawn = marks.flatMap(draw)
  }
  return {
    refresh,
    filter: (ids) => {
      const kept = placed.filter(({ id }) => ids.has(id))
      // The first view shows all points, which are gathered already.
      if (kept.length === shown.length && kept.every((point, place) => point === shown[place]))
        return
      shown = kept
      index = gatherPoints(shown.map(({ at }) => at))
      refresh()
    },
    find: (id) => {
      const point = byId.get(id)
      return point && latLng(point.at)
    },
    aloneAt: (id) => {
      const place = shown.findIndex((point) => point.id === id)
      const at = shown[place]?.at
      if (!at) return 0
      const [lng, lat] = at
      const hair = 1e-5
      for (let zoom = Math.floor(map.getMinZoom()); zoom < maxZoom; zoom++) {
        const here = index.within([lng - hair, lat - hair, lng + hair, lat + hair], zoom)
        if (here.some((mark) => mark.index === place)) return zoom
      }
      return maxZoom
    },
    placesOf: (ids) => placed.filter(({ id }) => ids.has(id)).map(({ at }) => latLng(at)),
    visible: () =>
      marks.map((mark): PlacedMark => {
        const { x, y } = map.latLngToContainerPoint(latLng(mark.at))
        if (mark.index !== undefined) {
          const { id } = shown[mark.index] as ListedPoint
          const name = { attribute: 'data-point' as const, id }
          return { x, y, key: `data-point=${id}`, name, words: '' }
        }
        const key = `cluster=${mark.cluster}`
        const words = `${formatCluster(mark.count)}，回车放大`
        return { x, y, key, words, open: () => open(mark) }
      }),
  }
}
