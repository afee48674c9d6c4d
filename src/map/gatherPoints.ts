import Supercluster from 'supercluster'
import type { LngLat } from '../places/lngLat.ts'
import { maxZoom } from './maxZoom.ts'

/** If there are more points than this, those close together are gathered into clusters. */
export const maxDots = 300

/** A mark that stands for one point, or for a cluster of them. */
export interface Gathered {
  at: LngLat
  count: number
  /** Index in the list of points, if the mark stands for a single point. */
  index?: number
  /** The id of the cluster in the index. */
  cluster?: number
}

/** Points gathered so that marks do not overlap at any zoom. */
export interface GatheredPoints {
  /** The marks within a box of degrees (west, south, east, north) at a web-map zoom. */
  within(box: [number, number, number, number], zoom: number): Gathered[]
  /** The zoom at which a cluster splits. */
  apartAt(cluster: number): number
  /** The points of a cluster, by index in the list. */
  members(cluster: number): number[]
}

/** Points within this distance are gathered, px. */
const gatherRadius = 52

/** Builds the index of clusters; fast even for thousands of points. */
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
          : // Single points keep their original coordinates; the index rounds them.
            { at: places[properties.index] as LngLat, count: 1, index: properties.index }
      }),
    apartAt: (cluster) => index.getClusterExpansionZoom(cluster),
    members: (cluster) =>
      index.getLeaves(cluster, Number.POSITIVE_INFINITY).map(({ properties }) => properties.index),
  }
}

/** The web-map zoom that corresponds to a Mercator projection of `scale` units per radian. */
export const webMapZoom = (scale: number) => Math.log2((scale * 2 * Math.PI) / 256)

/** Radius of a cluster's mark that fits its count in a given text size. */
export const clusterRadius = (count: number, lettering: number) =>
  lettering * (0.55 + 0.3 * String(count).length)

/** The name of a cluster: 12个联系点. */
export const formatCluster = (count: number) => `${count}个联系点`
