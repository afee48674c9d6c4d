import Supercluster from 'supercluster'
import type { LngLat } from '../places/lngLat.ts'
import { maxZoom } from './maxZoom.ts'

/** More points than this are gathered into clusters wherever they crowd. */
export const maxDots = 300

/** A mark that stands for one point, or for a cluster of them. */
export interface Gathered {
  at: LngLat
  count: number
  /** Place in the list of points; only where the mark stands for one. */
  index?: number
  /** Number by which the index knows the cluster. */
  cluster?: number
}

/** Points gathered so that at any zoom the marks stand apart. */
export interface GatheredPoints {
  /** Marks in a box of degrees (west, south, east, north) at a web-map zoom. */
  within(box: [number, number, number, number], zoom: number): Gathered[]
  /** The zoom at which a cluster falls apart. */
  apartAt(cluster: number): number
  /** The points of a cluster, by place in the list. */
  members(cluster: number): number[]
}

/** Distance within which points are gathered, px. */
const gatherRadius = 52

/** Indexes points for gathering; far quicker than the number of points suggests. */
export function gatherPoints(places: readonly LngLat[]): GatheredPoints {
  const index = new Supercluster<{ index: number }>({
    radius: gatherRadius,
    // Web-map tiles of 256 px, so that the radius is in px of the map.
    extent: 256,
    maxZoom: maxZoom - 1,
  }).load(
    places.map(([lng, lat], place) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { index: place },
    })),
  )
  return {
    within: (box, zoom) =>
      index.getClusters(box, Math.floor(zoom)).map(({ geometry, properties }) => {
        const at = geometry.coordinates as [number, number]
        return 'cluster' in properties
          ? { at, count: properties.point_count, cluster: properties.cluster_id }
          : // Single points keep the coordinates they were given, unrounded.
            { at: places[properties.index] as LngLat, count: 1, index: properties.index }
      }),
    apartAt: (cluster) => index.getClusterExpansionZoom(cluster),
    members: (cluster) =>
      index.getLeaves(cluster, Number.POSITIVE_INFINITY).map(({ properties }) => properties.index),
  }
}

/** The web-map zoom of a Mercator of `scale` units to the radian. */
export const webMapZoom = (scale: number) => Math.log2((scale * 2 * Math.PI) / 256)

/** Radius of a cluster's mark that holds its count in a lettering. */
export const clusterRadius = (count: number, lettering: number) =>
  lettering * (0.55 + 0.3 * String(count).length)

/** What a cluster is called: 12个联系点. */
export const formatCluster = (count: number) => `${count}个联系点`
