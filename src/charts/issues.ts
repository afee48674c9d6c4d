import { dot, ruleX, ruleY, text } from '@observablehq/plot'
import { group, range, type SymbolType } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import { countRows, periodCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { widthOf } from './lettering.ts'
import { openEnd } from './marks/openEnd.ts'
import { counting, inColumns } from './marks/units.ts'
import { drawing } from './markup.ts'
import { plot } from './plot.ts'
import { timeOf } from './sessions.ts'
import { type Tally, tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

type Issue = Edition['issues']['records'][number]

/** What became of an issue, in the order in which threads lie. */
export const outcomeWords = {
  resolved: '已解决',
  explained: '作出说明',
  'in-progress': '推进中',
} as const
const order = Object.keys(outcomeWords)

/** An issue whose way and outcome are recorded. */
interface Thread {
  issue: Issue
  outcome: keyof typeof outcomeWords
  reached: number
}

const arrowhead: SymbolType = {
  draw(path, area) {
    const arm = Math.sqrt(area / 2)
    path.moveTo(-arm, -arm)
    path.lineTo(0, 0)
    path.lineTo(arm, -arm)
  },
}

/** What ends a thread: a dot, a ring on paper, an arrow. */
const ends = {
  resolved: [{ className: 'dl' }],
  explained: [{ className: 'pp' }, { className: 'hl' }],
  'in-progress': [{ className: 'ha', symbol: arrowhead }],
}

/** The problems as stated and counted; `threads`, by outcome and farthest first, once the way and outcome of all are recorded. */
function issuesOf(edition: Edition) {
  const { stated, records } = edition.issues
  const observation = findIndicator(edition.indicators, stated)
  const tally = tallyOf(observation, records.length)
  const threads = records.flatMap((issue): Thread[] => {
    const { steps, outcome } = issue
    if (!outcome || !steps?.length) return []
    return [{ issue, outcome, reached: Math.max(...steps.map(({ step }) => step)) }]
  })
  const whole = tally.total > 0 && tally.rest === 0 && threads.length === records.length
  const rank = ({ outcome }: Thread) => order.indexOf(outcome)
  const laid = threads.toSorted((a, b) => rank(a) - rank(b) || b.reached - a.reached)
  return { observation, tally, threads: whole ? laid : undefined }
}

/** A dot for each problem, in columns, so that the field ends at its right side and can stay open there. */
function dotField({ id, status }: Observation, tally: Tally, cut: Cut, top: number): Drawing {
  const { total, known, bound } = tally
  const [least, most] = cut.narrow ? [8, 20] : [4, 40]
  const rows = Math.max(least, Math.ceil(total / most))
  const columns = Math.ceil(total / rows)
  const field = inColumns(id, tally, rows)
  const width = Math.max(field.columns + (bound === 'over' ? 1.2 : 0), most / 2)
  const pitch = cut.width / width
  const dotted = status === 'estimated' ? 'e' : 'd'
  const [at, fontSize] = [{ x: 'x', y: 'y' } as const, Math.max(cut.lettering, pitch)]
  const word = { x: field.columns + 1.2, y: rows / 2, textAnchor: 'end', fontSize } as const
  const marks = [
    ruleY([0, rows], { x1: 0, x2: columns, className: 'h' }),
    ruleX([0], { className: 'h' }),
    bound === 'exact' ? ruleX([columns], { className: 'f' }) : field.end,
    counting(id, dot(field.units, { ...at, r: pitch / 4, className: dotted })),
    dot(field.units.slice(0, known), { ...at, r: pitch * 0.4, className: 'hl' }),
    bound === 'over' ? text(['余'], { ...word, className: 'sf b ta' }) : null,
  ]
  const [x, y] = [{ domain: [0, width] }, field.scales.y]
  const height = rows * pitch
  return drawing(top + height + 2, [plot(cut, { top, height, x, y, marks })])
}

/** Every issue as a thread down through the steps to the one it reached, under each outcome how many it ends. */
function threadsByStep(threads: Thread[], edition: Edition, tally: Tally, cut: Cut, top: number) {
  const { issues, loop } = edition
  const count = threads.length
  const last = Math.max(loop.records.length, ...threads.map(({ reached }) => reached))
  const steps = range(1, last + 1).map((step) => ({
    step,
    name: loop.records.find(({ order }) => order === step)?.name,
    reached: `${threads.filter((thread) => thread.reached >= step).length}个`,
  }))
  const leading = cut.lettering * 1.4
  const pace = leading * 2.3
  const marginLeft =
    Math.max(...steps.map(({ name = '' }) => widthOf(name, cut.lettering))) + leading
  const side = Math.max(tally.bound === 'exact' ? count : count * 1.08, 20)
  const pitch = (cut.width - marginLeft) / side
  const laid = threads.map((thread, x) => ({ ...thread, x: x + 0.5, y: thread.reached + 0.4 }))
  const outcomes = [...group(laid, ({ outcome }) => outcome)].map(([outcome, own], index) => {
    const words = `${outcomeWords[outcome]}${own.length}个`
    const most = side - (widthOf(words, cut.lettering) + leading) / pitch
    const place = { x: Math.min(own[0]?.x ?? 0, most), y: last + 0.5 + (index + 1) / 2.3 }
    const at = { x: 'x', y: 'y' } as const
    const marks = ends[outcome].flatMap((form) => [
      dot(own, { ...at, r: Math.min(4, pitch * 0.42), ...form }),
      dot([place], { ...at, r: cut.lettering / 4, ...form }),
    ])
    const thread = { x: 'x', y1: 1, y2: 'y', className: outcome === 'in-progress' ? 'ha' : 'hl' }
    return { ...place, words, marks, threads: counting(issues.stated, ruleX(own, thread)) }
  })
  const bottom = last + 0.9 + outcomes.length / 2.3
  const beside = { y: 'step', frameAnchor: 'left', dx: -marginLeft } as const
  const label = { x: 'x', y: 'y', dx: leading / 2, textAnchor: 'start' } as const
  const open = { x1: count, x2: side, y1: 0.5, y2: last + 0.5 }
  const marks = [
    ruleY(steps, { y: 'step', x1: 0, x2: count, className: 'r' }),
    text(steps, { ...beside, text: 'name', dy: -leading / 2, className: 'sf b' }),
    text(steps, { ...beside, text: 'reached', dy: leading / 2, className: 'm' }),
    outcomes.map(({ threads }) => threads),
    outcomes.map(({ marks }) => marks),
    text(outcomes, { ...label, text: 'words', className: 'sf b' }),
    openEnd(issues.stated, tally.bound, open, { rows: last }),
  ]
  const [x, y] = [{ domain: [0, side] }, { domain: [bottom, 0.5] }]
  const height = (bottom - 0.5) * pace
  return drawing(top + height, [plot(cut, { top, height, marginLeft, x, y, marks })])
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { observation, tally, threads } = issuesOf(edition)
  const plate = head(observation, cut)
  const top = plate.height + 4
  const place = { x: 0, y: top, width: cut.width, height: 90 }
  let field = { height: top + 92, body: blankField(observation, place, cut) }
  if (tally.total > 0) field = dotField(observation, tally, cut, top)
  if (threads) field = threadsByStep(threads, edition, tally, cut, top)
  return drawing(field.height, [plate.body, field.body])
}

/** The step an issue has reached, by name. */
function lastStep(edition: Edition, { steps }: Issue) {
  const reached = Math.max(...(steps ?? []).map(({ step }) => step))
  const name = edition.loop.records.find(({ order }) => order === reached)?.name
  return name ? `到“${name}”` : null
}

/** When the session at which an issue was raised was held. */
function raisedAt({ sessions }: Edition, issue: Issue) {
  const session = sessions.records.find(({ id }) => id === issue.session)
  return session && timeOf(session)
}

function table(edition: Edition): Table {
  const { observation, threads } = issuesOf(edition)
  const records = threads?.map(({ issue }) => issue) ?? edition.issues.records
  const way = records.some(({ steps, outcome }) => steps !== null || outcome !== null)
  const blanks = Array.from({ length: way ? 4 : 2 }, () => words(null))
  return {
    columns: ['项目', '数', '期间', '类别', '承办部门', ...(way ? ['环节', '结果'] : []), '状态'],
    rows: countRows<Issue>(observation, records, {
      total: [periodCell(observation), ...blanks],
      name: ({ title }) => title ?? `名称${undisclosed}`,
      of: (issue) => {
        const result = issue.outcome && outcomeWords[issue.outcome]
        const reached = way ? [lastStep(edition, issue), result] : []
        const cells = [raisedAt(edition, issue), issue.category, issue.department, ...reached]
        return cells.map((text) => words(text))
      },
      status: ({ status }) => status,
    }),
  }
}

function reading(edition: Edition): string {
  const { tally, threads } = issuesOf(edition)
  if (threads)
    return '每根线是已登记的问题，走到它到达的环节；实点是已解决，空圈是作出说明，箭头是推进中。'
  const ringed = tally.known > 0 ? '，带圈的已登记' : ''
  const open = tally.bound === 'over' ? '；右边敞开，实际比画出的多' : ''
  return `每点是推动解决的问题${ringed}${open}。`
}

/** A dot for each problem solved, the side of 余 left open; a thread through the steps once all ways are recorded. */
export const issues: Chart = { reading, draw, table }
