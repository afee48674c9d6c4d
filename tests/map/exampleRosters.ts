import type { LiaisonPoint } from '../../src/sets/liaisonPoints.ts'
import { exampleRoster } from './exampleRoster.ts'

/** As many points as the edition has villages, each with a place. */
export const village = exampleRoster(112)

/** How many points with a place the crowd has: enough to be gathered in clusters, and every town's list cut short; MAP_POINTS asks for more. */
export const crowdSize = Number(process.env.MAP_POINTS ?? 1500)

const many = exampleRoster(crowdSize)
const first = many.points[0] as LiaisonPoint
const nameless = { name: null, town: null, kind: null, address: null, venue: null, hours: null }

/** Two more of them are such as the page writes out itself, beside those it leaves to the roster: one without a town, one of which nothing is known. */
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
