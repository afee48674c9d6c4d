import { formatHanNumeral } from '../../facts/formatNumeral.ts'
import { findIndicator } from '../../facts/indicator.ts'
import { formatDate } from '../../facts/wording.ts'
import type { Observation } from '../../schemas/observation.ts'
import { statusLabel } from '../../schemas/undisclosed.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { completeMonths, type MonthCount } from '../../sets/enforcement.ts'
import { text } from '../../svg/markup.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import {
  allOf,
  countRows,
  header,
  nth,
  type Row,
  restRow,
  statedRow,
  tableOf,
  words,
} from '../parts/cells.ts'
import { type Decline, dropPanel, monthPanel } from '../parts/declinePanel.ts'
import { inTwo, type Slot, stack } from '../parts/layout.ts'
import { supervisionCase, supervisionChain, wordedSteps } from '../parts/supervisionChain.ts'
import { hasValue, tallyOf } from '../parts/tally.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'supervision'>

/** What is counted month by month, each in its own unit. */
const looks = {
  inspectedHouseholds: { unit: '户', tone: 'accent' },
  penaltyCases: { unit: '件', tone: 'lake' },
} as const

const declinesOf = ({ supervision }: Told): Decline[] =>
  supervision.declines.map((decline) => ({ ...decline, ...looks[decline.counts] }))

/** What the declines are measured against, if the records say so. */
function baseOf({ supervision }: Told): string | null {
  const bases = new Set(supervision.enforcement.map(({ base }) => base))
  return bases.size === 1 ? ([...bases][0] ?? null) : null
}

/** The months of one decline, oldest first; undefined unless every month, its base and what the base is are recorded. */
function monthsOf({ supervision }: Told, { counts }: Decline): MonthCount[] | undefined {
  const months = completeMonths(supervision.enforcement, counts)
  return months?.every(({ base }) => base !== null) ? months : undefined
}

/** What fell, without the word 降幅. */
const fallen = ({ label }: Observation) => label.replace(/降幅$/, '')

function draw(edition: Told, cut: Cut): Drawing {
  const declines = declinesOf(edition)
  const periodOf = (id: string) => findIndicator(edition.indicators, id).period
  const period = periodOf(edition.supervision.groups.stated)
  const after = declines[0] ? periodOf(declines[0].indicator) : null
  const size = cut.narrow ? Math.max(20, cut.lettering) : 26
  const under = (heading: string | null, { x, y, width }: Slot, draw: (at: Slot) => Drawing) => {
    const { height, body } = draw({ x, y: y + 1.6 * size, width })
    return { height, body: text(x, y + 0.84 * size, heading ?? '', 'sf b', size) + body }
  }
  const panels = ({ x, y: top, width }: Slot) =>
    stack(top, cut.narrow ? 22 : 40, declines, (decline, y) => {
      const observation = findIndicator(edition.indicators, decline.indicator)
      const own = observation.period === after ? null : observation.period
      const title = [fallen(observation), own].filter(Boolean).join('，')
      const months = hasValue(observation) ? monthsOf(edition, decline) : undefined
      return months
        ? monthPanel(observation, decline, months, title, { x, y, width }, cut)
        : dropPanel(observation, decline, baseOf(edition), title, { x, y, width }, cut)
    })
  return inTwo(
    cut,
    0.45,
    (column) => under(period, column, (at) => supervisionChain(edition, cut, at, period)),
    (column) => under(after, column, panels),
  )
}

/** The known parts of a list, joined by 、. */
const listed = (...parts: (string | null | undefined)[]) =>
  parts.flatMap((part) => part ?? []).join('、')

function table(edition: Told): Table {
  const { groups, problemClasses, outputs, enforcement } = edition.supervision
  const declines = declinesOf(edition)
  const of = (id: string) => findIndicator(edition.indicators, id)
  const problems = of(problemClasses.stated)
  const named = problemClasses.records.flatMap(({ name }) => name ?? [])
  const tally = tallyOf(problems, named.length)
  const months = enforcement.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const base = baseOf(edition)
  const steps = wordedSteps(edition).map(
    ({ label, place, words: told }): Row => ({
      head: header(label, nth(supervisionCase, place)),
      figure: { text: statusLabel['not-applicable'] },
      said: { 内容: told },
      status: 'reported',
    }),
  )
  const monthly = months.flatMap((month, index) =>
    declines.map(({ indicator, counts, unit }): Row => {
      const { [counts]: count, [`${counts}Base` as const]: before } = month
      const when = formatDate(month.month)
      const 内容 = listed(month.base, typeof before === 'number' ? `基期${before}${unit}` : null)
      return {
        head: header(when + fallen(of(indicator)), nth(indicator, index)),
        figure: words(count === null ? null : `${count}${unit}`),
        said: { 期间: when, 内容 },
        status: count === null ? 'undisclosed' : 'reported',
      }
    }),
  )
  const rows = [
    ...countRows(of(groups.stated), groups.records, {
      name: (_, index) => `监督小组之${formatHanNumeral(index + 1)}`,
      of: ({ name, lead, members, body }) => ({
        内容: listed(name, lead, members === null ? null : `${members}位`, body),
      }),
    }),
    statedRow(of(groups.statedMembers)),
    statedRow(problems, { 内容: named.join('、') }, { ...allOf(problems.id), to: tally.known }),
    ...restRow(problems, tally),
    ...countRows(of(outputs.stated), outputs.records, {
      name: (_, index) => `成果之${formatHanNumeral(index + 1)}`,
      of: ({ kind, title }) => ({ 内容: listed(kind, title) }),
    }),
    ...steps,
    ...declines.map(({ indicator }) =>
      statedRow(
        of(indicator),
        { 内容: base && `基期：${base}` },
        months.length > 0 ? undefined : allOf(indicator),
      ),
    ),
    ...monthly,
  ]
  return tableOf(['期间', '内容'], rows)
}

function reading(edition: Told): string {
  const monthly = declinesOf(edition).every((decline) => monthsOf(edition, decline))
  return `各步照原文的先后；${
    monthly
      ? '柱是当月的数，短横是基期同月的数，其间的竖线是降下的部分；两图单位不同，各看各的。'
      : '从虚线垂下的部分是降幅，虚线代表所比的基期；两图各用各的刻度。'
  }`
}

/** The supervision as the source tells it, then the two declines, each in its own panel and on its own scale. */
export const enforcementDeclines = defineChart({
  needs: ['supervision'],
  reading,
  draw,
  table,
  finding: (edition) => declinesOf(edition).map(({ indicator }) => indicator),
})
