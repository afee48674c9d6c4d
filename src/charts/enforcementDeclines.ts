import { scaleLinear } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Tone } from './bar.ts'
import { bar } from './bar.ts'
import { figureCell, header, nth, periodCell, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { isCrowded } from './chart.ts'
import { declineMonths, monthsOf } from './declineMonths.ts'
import { dropOf } from './grid.ts'
import { displayFigure } from './head.ts'
import { wrap } from './lettering.ts'
import { drawing, lines, stroke, text } from './markup.ts'
import { across, down } from './strokes.ts'
import { hasValue } from './tally.ts'
import { blankField } from './undisclosedField.ts'
import { wordDate } from './wordDate.ts'

interface Decline {
  indicator: string
  counts: 'households' | 'cases'
  /** The unit of what is counted. */
  counted: string
  /** What the decline is measured by. */
  measure: string
  tone: Tone
}

/** The two declines; each counts its own thing in its own unit. */
const declines: [Decline, Decline] = [
  {
    indicator: 'supervision.inspected-households-decline',
    counts: 'households',
    counted: '户',
    measure: '户数',
    tone: 'accent',
  },
  {
    indicator: 'supervision.penalty-cases-decline',
    counts: 'cases',
    counted: '件',
    measure: '案件数',
    tone: 'lake',
  },
]

/** What the declines are measured against, where the records say so. */
function baseOf(edition: Edition): string | null {
  const bases = new Set(edition.supervision.enforcement.map(({ base }) => base))
  return bases.size === 1 ? ([...bases][0] ?? null) : null
}

/** One decline in a panel of its own: the drop hangs from a dashed line that stands for the base. */
function panel(
  edition: Edition,
  cut: Cut,
  decline: Decline,
  x: number,
  y: number,
  width: number,
): Drawing {
  const observation = findIndicator(edition.indicators, decline.indicator)
  const months = hasValue(observation) ? monthsOf(edition, decline.counts) : undefined
  if (months) return declineMonths(observation, months, { x, y, width, ...decline }, cut)
  const small = cut.narrow
  const axis = small ? Math.max(38, cut.lettering * 2.5) : 46
  const thickness = small ? 130 - axis : 116
  const base = baseOf(edition)
  const titleSize = small ? Math.max(17, cut.lettering) : 20
  const first = y + Math.max(20, cut.lettering)
  const unit = ['降幅', `按${decline.measure}计`, observation.period].filter(Boolean).join('，')
  const measured = base ? `基期：${base}` : '基期'
  const crowded = isCrowded(cut)
  const leading = cut.lettering * 1.6
  const measures = crowded
    ? wrap(`${unit}；${base ? measured : '虚线为基期'}`, cut.lettering, width - axis)
    : [measured]
  const more = (measures.length - 1) * leading
  const top = first + (small ? Math.max(40, cut.lettering * 1.9) : 56) + more
  const opening = [
    text(x, first, observation.label, 'sf b', titleSize),
    crowded ? '' : text(x + width, first, unit, 'm end'),
    stroke('u', across(x + axis, top, width - axis)),
    lines(x + width, top - 8 - more, measures, leading, 'm end'),
  ]
  if (!hasValue(observation) || observation.value === 0) {
    const place = { x: x + axis + 16, y: top, width: thickness, height: 120 }
    return drawing(top + 130, [...opening, blankField(observation, place, cut)])
  }
  // Each fills its own panel: 户 and 件 have no height in common to be compared at.
  const length = small ? 168 : 220
  const scale = scaleLinear([0, observation.value], [0, length])
  const ticks = scale.ticks(2)
  const right = axis + 16 + thickness + 12
  const largest = small ? 74 : 90
  const wanted = displayFigure(0, 0, observation, largest, cut.lettering).width
  const numeral = largest * Math.min(1, (width - right) / wanted)
  const toned = decline.tone === 'lake' ? 'tl' : 'ta'
  const foot = top + length
  return drawing(foot + (crowded ? dropOf(cut) + 2 : 4), [
    ...opening,
    stroke(
      'h',
      down(x + axis, top, length),
      ...ticks.map((tick) => across(x + axis - 6, top + scale(tick), 6)),
    ),
    ...ticks.map((tick) =>
      text(x + axis - 11, top + scale(tick) + dropOf(cut), `${tick}${observation.unit}`, 'm end'),
    ),
    bar(observation, { x: x + axis + 16, y: top, length, thickness, grows: 'down' }, decline.tone),
    stroke('r', across(x + right - 6, foot, width - right + 6)),
    displayFigure(x + right, foot - 14, observation, numeral, cut.lettering).body,
    text(x + right, foot - 14 - numeral * 0.86, '下降', toned),
  ])
}

function draw(edition: Edition, cut: Cut): Drawing {
  const [first, second] = declines
  if (cut.narrow) {
    const above = panel(edition, cut, first, 0, 0, cut.width)
    const below = panel(edition, cut, second, 0, above.height + 44, cut.width)
    const rule = stroke('r', across(0, above.height + 20, cut.width))
    return drawing(below.height, [above.body, rule, below.body])
  }
  const width = cut.width / 2 - 36
  const left = panel(edition, cut, first, 0, 0, width)
  const right = panel(edition, cut, second, cut.width - width, 0, width)
  const height = Math.max(left.height, right.height)
  return drawing(height, [left.body, stroke('r', down(cut.width / 2, 0, height)), right.body])
}

function table(edition: Edition): Table {
  const base = baseOf(edition)
  const months = edition.supervision.enforcement.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const monthly = months.length > 0
  const total = ({ indicator, counted }: Decline) => {
    const observation: Observation = findIndicator(edition.indicators, indicator)
    return [
      header(observation.label, monthly ? undefined : { of: indicator, from: 0 }),
      figureCell(observation),
      { text: counted },
      periodCell(observation),
      words(base),
      words(null),
      statusCell(observation.status),
    ]
  }
  return {
    columns: ['项目', '降幅', '计数单位', '期间', '基期', '数量', '状态'],
    rows: [
      ...declines.map(total),
      ...months.flatMap((month, place) =>
        declines.map(({ indicator, counted }, index) => {
          const [count, before] =
            index === 0
              ? [month.inspectedHouseholds, month.inspectedHouseholdsBase]
              : [month.penaltyCases, month.penaltyCasesBase]
          const { label } = findIndicator(edition.indicators, indicator)
          return [
            header(`${wordDate(month.month)}${label.replace(/降幅$/, '')}`, nth(indicator, place)),
            words(null),
            { text: counted },
            words(wordDate(month.month)),
            words(month.base),
            words(
              count === null
                ? null
                : `${count}${counted}${before === null || before === undefined ? '' : `，基期${before}${counted}`}`,
            ),
            statusCell(count === null ? 'undisclosed' : 'reported'),
          ]
        }),
      ),
    ],
  }
}

function reading(edition: Edition): string {
  return monthsOf(edition, 'households') && monthsOf(edition, 'cases')
    ? '柱是当月的数，短横是基期同月的数，两者之间的竖线是降下的部分；两图单位不同，各看各的。'
    : '从虚线垂下的部分是降幅，虚线代表所比的基期；两图各用各的刻度。'
}

/** The two declines, each the drop alone in its own panel and unit; month by month once the base is recorded. */
export const enforcementDeclines: Chart = { reading, draw, table }
