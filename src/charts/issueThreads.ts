import { group, range } from 'd3'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { dropOf } from './grid.ts'
import { drawing, marks, stroke, text } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { across, arrowhead, down, round } from './strokes.ts'
import type { Tally } from './tally.ts'

type Issue = Edition['issues']['records'][number]

/** What became of an issue, in the order in which threads lie. */
export const outcomeWords = {
  resolved: '已解决',
  explained: '作出说明',
  'in-progress': '推进中',
} as const
type Outcome = keyof typeof outcomeWords

/** An issue whose way and outcome are recorded. */
interface Thread {
  issue: Issue
  outcome: Outcome
  reached: number
}

/** The threads of all issues; undefined when the way or the outcome of any is not recorded. */
export function issueThreadsOf(edition: Edition, tally: Tally): Thread[] | undefined {
  const { records } = edition.issues
  const threads = records.flatMap((issue): Thread[] =>
    issue.steps && issue.steps.length > 0 && issue.outcome
      ? [
          {
            issue,
            outcome: issue.outcome,
            reached: Math.max(...issue.steps.map(({ step }) => step)),
          },
        ]
      : [],
  )
  const whole = tally.total > 0 && tally.rest === 0 && threads.length === records.length
  return whole ? threads : undefined
}

/** Every issue as a thread from y through the steps up to the one it reached: a dot ends what is resolved, a ring what is explained, an arrow what goes on. */
export function issueThreads(
  threads: readonly Thread[],
  edition: Edition,
  { bound }: Tally,
  cut: Cut,
  y: number,
): Drawing {
  const { stated } = edition.issues
  const right = !cut.narrow
  const steps = edition.loop.records.toSorted((a, b) => a.order - b.order)
  const last = Math.max(steps.length, ...threads.map(({ reached }) => reached))
  const order = Object.keys(outcomeWords)
  const laid = threads.toSorted(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || b.reached - a.reached,
  )
  const leading = cut.lettering * 1.4
  const open = bound === 'exact' ? 0 : 34
  // Threads run along one side of the plate and lie beside each other across the other.
  const from = right ? 0 : y + leading * 0.2
  const pace = right ? (cut.width - 150) / last : Math.max(46, cut.lettering * 3.1)
  const side = right ? y + leading * 2 + 10 : cut.lettering * 5.2
  const pitch = right
    ? Math.max(2.6, 300 / threads.length)
    : (cut.width - side - open) / threads.length
  const at = (step: number) => from + (step - 0.5) * pace
  const off = (index: number) => side + (index + 0.5) * pitch
  const end = (thread: Thread) =>
    at(thread.reached) + pace * (thread.outcome === 'in-progress' ? 0.3 : 0.45)
  const place = new Map(laid.map((thread, index) => [thread.issue.id, off(index)]))
  const line = (thread: Thread) => {
    const offset = place.get(thread.issue.id) ?? side
    const length = end(thread) - at(1)
    return right ? across(at(1), offset, length) : down(offset, at(1), length)
  }
  const tip = (thread: Thread): [number, number] => {
    const offset = place.get(thread.issue.id) ?? side
    return right ? [end(thread), offset] : [offset, end(thread)]
  }
  const ends = (outcome: Outcome) => laid.filter((thread) => thread.outcome === outcome).map(tip)
  const radius = Math.min(2.4, pitch * 0.42)
  const width = threads.length * pitch
  const stops = range(1, last + 1)
  const reachedBy = (step: number) => threads.filter(({ reached }) => reached >= step).length
  const groups = [...group(laid, ({ outcome }) => outcome)]
  const bottom = right ? side + width + open : at(last) + pace * 0.45
  let lowest = Number.NEGATIVE_INFINITY
  const outcomes = groups.map(([outcome, own], index) => {
    const label = `${outcomeWords[outcome]}${own.length}个`
    const middle =
      own.reduce((total, thread) => total + (place.get(thread.issue.id) ?? 0), 0) / own.length
    if (right) {
      lowest = Math.max(middle + dropOf(cut), lowest + leading)
      return text(cut.width, lowest, label, 'sf b end', 17)
    }
    return text(0, bottom + leading * (index + 1.4), label, 'sf b')
  })
  const keys = groups.map(([outcome], index) => {
    const [x, keyY] = [cut.lettering * 6.4, bottom + leading * (index + 1.4) - dropOf(cut)]
    return right ? '' : endMark(outcome, [[x, keyY]], 4, false)
  })
  const sideEnd = right
    ? { x: at(1), y: side + width + 4, width: at(last) - at(1), height: open - 8 }
    : { x: side + width + 4, y: at(1), width: open - 6, height: at(last) - at(1) }
  return drawing(right ? bottom + 6 : bottom + leading * (groups.length + 0.6), [
    stroke(
      'r',
      ...stops.map((step) =>
        right ? down(at(step), side - 6, width + 12) : across(side - 6, at(step), width + 12),
      ),
    ),
    ...stops.flatMap((step) => {
      const name = steps[step - 1]?.name ?? ''
      const count = `${reachedBy(step)}个`
      return right
        ? [
            text(at(step), side - 14 - leading, name, 'sf b mid'),
            text(at(step), side - 14, count, 'm mid'),
          ]
        : [
            text(0, at(step) + dropOf(cut) - leading / 2, name, 'sf b'),
            text(0, at(step) + dropOf(cut) + leading / 2, count, 'm'),
          ]
    }),
    marks(
      stated,
      ...threads.map((thread) =>
        stroke(thread.outcome === 'in-progress' ? 'ha' : 'hl', line(thread)),
      ),
    ),
    ...(Object.keys(outcomeWords) as Outcome[]).map((outcome) =>
      endMark(outcome, ends(outcome), radius, right),
    ),
    openEnd(stated, bound, sideEnd, { grows: right ? 'down' : 'right' }),
    ...outcomes,
    ...keys,
  ])
}

/** The marks at the ends of threads, one form for each outcome. */
function endMark(
  outcome: Outcome,
  tips: readonly [number, number][],
  radius: number,
  right: boolean,
): string {
  if (outcome === 'resolved') return stroke('dl', ...tips.map((tip) => round(...tip, radius)))
  if (outcome === 'explained') {
    const rings = tips.map((tip) => round(...tip, radius))
    return stroke('pp', ...rings) + stroke('hl', ...rings)
  }
  const turn = right ? 0 : Math.PI / 2
  return stroke('ha', ...tips.map((tip) => arrowhead(...tip, radius * 2.4, turn)))
}
