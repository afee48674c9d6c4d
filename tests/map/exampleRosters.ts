import type { LiaisonPoint } from '../../src/sets/liaisonPoints.ts'
import { exampleRoster } from './exampleRoster.ts'

/** As many points as the edition has villages, all with coordinates. */
export const village = exampleRoster(112)

/**
 * The number of points with coordinates in the crowd: enough for clusters, and for every town's list to be cut short;
 * MAP_POINTS may ask for more.
 */
export const crowdSize = Number(process.env.MAP_POINTS ?? 1500)

const many = exampleRoster(crowdSize)
const first = many.points[0] as LiaisonPoint
const nameless = { name: null, town: null, kind: null, address: null, venue: null, hours: null }

/** Two more points, which the page writes out itself: one without a town, and one of which nothing is known. */
export const crowd = {
  ...many,
  points: [
    { ...first, id: 'lp-townless', name: '示例孤岛', town: null },
    ...many.points.slice(1),
    {
      ...{ ...first, ...nameless },
      ...{ id: 'lp-unknown', coordinates: null, crs: null, status: 'undisclosed' as const },
    },
  ],
}
