import { dot, ruleX, ruleY, text } from '@observablehq/plot'
import { group, max, range, type SymbolType } from 'd3'
import { formatBound, limitPlace } from '../../facts/boundWord.ts'
import { undisclosed } from '../../facts/wording.ts'
import type { Observation } from '../../schemas/observation.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { issueOutcomes } from '../../sets/issues.ts'
import { widthOf } from '../../svg/lettering.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { openEnd } from '../marks/openEnd.ts'
import { counting, inColumns } from '../marks/units.ts'
import { countRows, tableOf } from '../parts/cells.ts'
import { plate } from '../parts/head.ts'
import { plot } from '../parts/plot.ts'
import { countOf, type Tally } from '../parts/tally.ts'
import { timeOf } from './sessions.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'issues' | 'loop'>

type Issue = Told['issues']['records'][number]

const arrowhead: SymbolType = {
  draw(path, area) {
    const arm = Math.sqrt(area / 2)
    path.moveTo(-arm, -arm)
    path.lineTo(0, 0)
    path.lineTo(arm, -arm)
  },
}

/** The end mark of an issue's line, by outcome, in the order in which the lines are drawn: dot, ring, arrow. */
const ends = {
  resolved: { className: 'dl' },
  explained: { className: 'hl' },
  'in-progress': { className: 'ha', symbol: arrowhead },
}

/** The step that an issue has reached. */
const reachedBy = ({ steps }: Issue) => max(steps ?? [], ({ step }) => step)

/**
 * The issues as stated and counted; `threads`, by outcome and furthest first, only if the steps and the outcome of all
 * are recorded.
 */
function issuesOf({ indicators, issues }: Told) {
  const { told, ...counted } = countOf(indicators, issues, (issue) => {
    const [reached, { outcome }] = [reachedBy(issue), issue]
    return reached && outcome ? { issue, reached, outcome } : undefined
  })
  const rank = (thread: { outcome: string }) => Object.keys(ends).indexOf(thread.outcome)
  const threads = told?.sort((a, b) => rank(a) - rank(b) || b.reached - a.reached)
  return { ...counted, threads }
}

/** A dot for each problem, in columns, so that the right side of the field can stay open. */
function dotField(
  { id, status, qualifier }: Observation,
  tally: Tally,
  cut: Cut,
  top: number,
): Drawing {
  const { total, known, bound } = tally
  const limit = formatBound(qualifier)
  const inside = limit && bound === 'over' && limitPlace(limit) === 'inside' ? limit : undefined
  const [minRows, maxColumns] = cut.narrow ? [8, 20] : [4, 40]
  const rows = Math.max(minRows, Math.ceil(total / maxColumns))
  const columns = Math.ceil(total / rows)
  const field = inColumns(id, tally, rows)
  const word = field.columns + 1.2
  const width = Math.max(inside ? word : field.columns, maxColumns / 2)
  const pitch = cut.width / width
  const at = { x: 'x', y: 'y' } as const
  const className = status === 'estimated' ? 'e' : 'd'
  const large = { textAnchor: 'end', fontSize: Math.max(cut.lettering, 18) } as const
  return plot(cut, {
    at: { y: top },
    height: rows * pitch,
    x: { domain: [0, width] },
    y: field.scales.y,
    marks: [
      ruleY([0, rows], { x1: 0, x2: columns, className: 'h' }),
      ruleX([0], { className: 'h' }),
      bound === 'exact' ? ruleX([columns], { className: 'f' }) : field.end,
      counting(id, dot(field.units, { ...at, r: pitch / 4, className })),
      dot(field.units.slice(0, known), { ...at, r: pitch * 0.4, className: 'hl' }),
      inside ? text([inside], { x: word, ...large, className: 'sf b ta' }) : null,
    ],
  })
}

type Threads = NonNullable<ReturnType<typeof issuesOf>['threads']>

/** Every issue as a line down through the steps to the one it reached; below, the number of issues by outcome. */
function threadsByStep(threads: Threads, edition: Told, tally: Tally, cut: Cut, top: number) {
  const { issues, loop } = edition
  const count = threads.length
  const last = Math.max(loop.records.length, ...threads.map(({ reached }) => reached))
  const steps = range(1, last + 1).map((step) => ({
    step,
    name: loop.records.find(({ order }) => order === step)?.name,
    reached: `${threads.filter((thread) => thread.reached >= step).length}个`,
  }))
  const leading = cut.lettering * 1.4
  const marginLeft = leading + (max(steps, ({ name = '' }) => widthOf(name, cut.lettering)) ?? 0)
  const side = Math.max(tally.bound === 'exact' ? count : count * 1.08, 20)
  const r = Math.min(4, ((cut.width - marginLeft) / side) * 0.42)
  const laid = threads.map((thread, x) => ({ ...thread, x: x + 0.5, y: thread.reached + 0.4 }))
  const at = { x: 'x', y: 'y' } as const
  const came = [...group(laid, ({ outcome }) => outcome)].map(([outcome, own], index) => {
    const [along, down] = cut.narrow ? [0, index / 2] : [(index * side) / 4, 0]
    const said = [{ x: along + 0.5, y: last + 1.2 + down }]
    const thread = outcome === 'in-progress' ? 'ha' : 'hl'
    const words = { ...at, dx: leading / 2, textAnchor: 'start', className: 'sf b' } as const
    return [
      counting(issues.stated, ruleX(own, { x: 'x', y1: 1, y2: 'y', className: thread })),
      dot(own, { ...at, ...ends[outcome], r, dy: outcome === 'in-progress' ? 0 : r }),
      dot(said, { ...at, ...ends[outcome], r: cut.lettering / 4 }),
      text(said, { ...words, text: () => `${issueOutcomes[outcome]}${own.length}个` }),
    ]
  })
  const bottom = last + (cut.narrow ? 2.5 : 1.5)
  const beside = { y: 'step', frameAnchor: 'left', dx: -marginLeft } as const
  const open = { x1: count, x2: side, y1: 0.5, y2: last + 0.5 }
  return plot(cut, {
    at: { x: marginLeft, y: top },
    height: (bottom - 0.5) * leading * 2.3,
    x: { domain: [0, side] },
    y: { domain: [bottom, 0.5] },
    marks: [
      ruleY(steps, { y: 'step', x1: 0, x2: count, className: 'r' }),
      text(steps, { ...beside, text: 'name', dy: -leading / 2, className: 'sf b' }),
      text(steps, { ...beside, text: 'reached', dy: leading / 2, className: 'm' }),
      came,
      openEnd(issues.stated, tally.bound, open, { rows: last }),
    ],
  })
}

function draw(edition: Told, cut: Cut): Drawing {
  const { observation, tally, threads } = issuesOf(edition)
  return plate(observation, cut, tally, ({ y }) =>
    threads ? threadsByStep(threads, edition, tally, cut, y) : dotField(observation, tally, cut, y),
  )
}

function table(edition: Told): Table {
  const { observation, threads, ...counted } = issuesOf(edition)
  const records = threads?.map(({ issue }) => issue) ?? counted.records
  const way = records.some(({ steps, outcome }) => steps !== null || outcome !== null)
  const rows = countRows<Issue>(observation, records, {
    name: ({ title }) => title ?? `名称${undisclosed}`,
    of: (issue) => {
      const raised = edition.sessions?.records.find(({ id }) => id === issue.session)
      const step = edition.loop.records.find(({ order }) => order === reachedBy(issue))
      return {
        期间: raised && timeOf(raised),
        类别: issue.category,
        承办部门: issue.department,
        环节: step && `到“${step.name}”`,
        结果: issue.outcome && issueOutcomes[issue.outcome],
      }
    },
    status: ({ status }) => status,
  })
  return tableOf(['期间', '类别', '承办部门', ...(way ? ['环节', '结果'] : [])], rows)
}

function reading(edition: Told): string {
  const { tally, threads } = issuesOf(edition)
  return threads
    ? '每根线是已登记的问题，走到它到达的环节；实点是已解决，空圈是作出说明，箭头是推进中。'
    : `每点是推动解决的问题${tally.known > 0 ? '，带圈的已登记' : ''}。`
}

/**
 * A dot for each problem solved, with the side of 余 left open; lines through the steps once the steps of all issues are
 * recorded.
 */
export const issues = defineChart({ needs: ['issues', 'loop'], reading, draw, table })
