import { imprint } from '../imprint.ts'
import { isRegistered, pointState } from '../places/pointState.ts'
import { roundDegrees, toWgs84 } from '../places/wgs84.ts'
import type { EditionWith } from '../sets/edition.ts'
import type { LiaisonPoint } from '../sets/liaisonPoints.ts'

/** How precisely a point's place is known: the place itself, only its town, or not at all. */
export const precisionOf = { placed: 'exact', grouped: 'town', frame: 'none' } as const

/** A liaison point as GeoJSON; `town` is a code, `townName` its name. */
export interface LiaisonFeature {
  type: 'Feature'
  id: string
  geometry: { type: 'Point'; coordinates: [longitude: number, latitude: number] } | null
  properties: Omit<LiaisonPoint, 'id' | 'coordinates' | 'crs'> & {
    townName: string | null
    precision: (typeof precisionOf)[keyof typeof precisionOf]
    /** The coordinate system in which the point was registered, before conversion. */
    registeredCrs: LiaisonPoint['crs']
  }
}

/**
 * The registered liaison points as a GeoJSON collection (RFC 7946, WGS-84); a point without coordinates has no
 * geometry.
 */
export function liaisonGeojson({
  towns,
  'liaison-points': points,
  publisher,
}: Pick<EditionWith<'liaison-points'>, 'towns' | 'liaison-points' | 'publisher'>): {
  type: 'FeatureCollection'
  /** Set only if the edition is fictional. */
  stamp?: string
  features: LiaisonFeature[]
} {
  const names = new Map(towns.towns.map((town) => [town.adcode, town.name]))
  const { stamp } = imprint({ publisher })
  return {
    type: 'FeatureCollection',
    ...(stamp && { stamp }),
    features: points.records.filter(isRegistered).map((point): LiaisonFeature => {
      const { id, coordinates: _, crs, ...properties } = point
      const at = toWgs84(point)
      return {
        type: 'Feature',
        id,
        geometry: at && {
          type: 'Point',
          coordinates: [roundDegrees(at[0]), roundDegrees(at[1])],
        },
        properties: {
          ...properties,
          townName: point.town === null ? null : (names.get(point.town) ?? null),
          precision: precisionOf[pointState(point)],
          registeredCrs: crs,
        },
      }
    }),
  }
}
