import type { LngLat } from '../../places/lngLat.ts'
import { formatPoint, pointName } from '../formatPoint.ts'
import type { LiaisonFeature } from '../liaisonGeojson.ts'

/** A point as the page's script knows it; fields without a registered value are empty strings. */
export interface ListedPoint {
  id: string
  name: string
  details: string
  /** Adcode. */
  town: string
  kind: string
  status: string
  at: LngLat | null
}

const text = (element: Element | null) => (element?.textContent ?? '').trim()

/** The points in the entries of a list. */
export function readPoints(list: ParentNode): ListedPoint[] {
  return [...list.querySelectorAll<HTMLElement>('[data-point]')].map((entry) => {
    const { point = '', kind = '', status = '', at } = entry.dataset
    const [lng, lat] = (at ?? '').split(' ').map(Number)
    return {
      id: point,
      name: text(entry.querySelector('[data-name]')),
      details: text(entry.querySelector('[data-details]')),
      town: entry.closest<HTMLElement>('[data-group]')?.dataset.town ?? '',
      kind,
      status,
      at: lng === undefined || lat === undefined ? null : [lng, lat],
    }
  })
}

/** The points of a GeoJSON download, with the same texts as in the list. */
export function pointsOf(features: readonly LiaisonFeature[]): ListedPoint[] {
  return features.map(({ id, geometry, properties }) => ({
    id,
    name: pointName(properties),
    details: formatPoint({ ...properties, coordinates: geometry?.coordinates ?? null }),
    town: properties.town ?? '',
    kind: properties.kind ?? '',
    status: properties.status,
    at: geometry?.coordinates ?? null,
  }))
}
