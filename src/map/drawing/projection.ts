import { geoMercator } from 'd3'
import type { LngLat } from '../../places/lngLat.ts'
import type { Box, Place } from '../../svg/box.ts'

/** A spherical Mercator: x = origin.x + scale · λ, with λ in radians. */
export interface Projection {
  scale: number
  origin: Place
  project(place: LngLat): Place
  unproject(place: Place): LngLat
}

const narrowest = 0.05 * (Math.PI / 180)

/**
 * The Mercator projection that fits the places into a box and shows at least a twentieth of a degree; throws if there
 * are no places.
 */
export function fitMercator(places: readonly LngLat[], box: Box): Projection {
  if (places.length === 0) throw new Error('没有一个镇街或村社有坐标，画不成地图')
  const mercator = geoMercator().fitExtent(
    [
      [box.left, box.top],
      [box.right, box.bottom],
    ],
    { type: 'MultiPoint', coordinates: places.map(([lng, lat]) => [lng, lat]) },
  )
  const closest = Math.min(box.right - box.left, box.bottom - box.top) / narrowest
  if (!(mercator.scale() <= closest)) {
    const lngs = places.map((place) => place[0])
    const lats = places.map((place) => place[1])
    const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
    mercator
      .center([middle(lngs), middle(lats)])
      .translate([(box.left + box.right) / 2, (box.top + box.bottom) / 2])
      .scale(closest)
  }
  const toPlace = ([lng, lat]: LngLat): Place => {
    const [x, y] = mercator([lng, lat]) as [number, number]
    return { x, y }
  }
  return {
    scale: mercator.scale(),
    origin: toPlace([0, 0]),
    project: toPlace,
    unproject: ({ x, y }) => mercator.invert?.([x, y]) as [number, number],
  }
}
