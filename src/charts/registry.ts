import type { Edition } from '../sets/edition.ts'
import type { Chart, Drawing } from './chart.ts'
import { enforcementDeclines } from './figures/enforcementDeclines.ts'
import { issues } from './figures/issues.ts'
import { learningModel } from './figures/learningModel.ts'
import { learningVisits } from './figures/learningVisits.ts'
import { loop } from './figures/loop.ts'
import { luxi } from './figures/luxi.ts'
import { networkCounts } from './figures/networkCounts.ts'
import { sessions } from './figures/sessions.ts'
import { submissions } from './figures/submissions.ts'
import { threeLists } from './figures/threeLists.ts'
import { timeline } from './figures/timeline.ts'
import { years } from './figures/years.ts'

/** Every figure's chart, keyed by its id in figures.json. */
export const charts: Record<string, Chart> = {
  sessions,
  issues,
  loop,
  'enforcement-declines': enforcementDeclines,
  'three-lists': threeLists,
  'network-counts': networkCounts,
  luxi,
  submissions,
  'learning-visits': learningVisits,
  'learning-model': learningModel,
  timeline,
  years,
}

/** Room below a figure for the width of its last stroke, in user units. */
const foot = 2

const drawn = new WeakMap<Edition, Map<string, Drawing>>()

/** The chart of a figure, drawing a cut of an edition once for all that show it; throws naming the id when there is none. */
export function findChart(id: string): Chart {
  const chart = charts[id]
  if (!chart)
    throw new Error(`图版“${id}”没有对应的画法，请核对 figures.json 与 src/charts/registry.ts`)
  const draw: Chart['draw'] = (edition, cut) => {
    const known = drawn.get(edition) ?? new Map<string, Drawing>()
    const name = [id, ...Object.values(cut)].join(' ')
    if (!known.has(name)) {
      const { height, body } = chart.draw(edition, cut)
      drawn.set(edition, known.set(name, { height: Math.ceil(height) + foot, body }))
    }
    return known.get(name) as Drawing
  }
  return { ...chart, draw }
}
