import { formatBound, strangeLimits } from '../facts/boundWord.ts'
import { bindCopy, type CopyPart, plainParts } from '../facts/copy.ts'
import { findIndicator } from '../facts/indicator.ts'
import { formatQuantity, undisclosed } from '../facts/wording.ts'
import type { FigureCopy } from '../schemas/figures.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Edition } from '../sets/edition.ts'
import type { Table } from './chart.ts'
import { findFigure } from './figureNumber.ts'
import { hasValue } from './parts/tally.ts'
import { findChart } from './registry.ts'

/** The words of a figure as parts of copy: written by hand for it, or generated from what it draws. */
export interface Statement {
  headline: CopyPart[]
  measure: CopyPart[]
  alt: CopyPart[]
  description: CopyPart[]
  caveat: CopyPart[]
}

/** What a figure's table holds: records per indicator, and columns in which nothing is published. */
export interface Holdings {
  recorded: Record<string, number>
  undisclosed: string[]
}

/** The records and empty columns of a figure's table. */
export function holdingsOf(table: Table): Holdings {
  const recorded: Record<string, number> = {}
  for (const [head] of table.rows) {
    if (!head?.reads) continue
    const { of, from, to = from } = head.reads
    recorded[of] = (recorded[of] ?? 0) + to - from
  }
  const empty = table.columns.filter((_, column) =>
    table.rows.every((row) => row[column]?.status === 'undisclosed'),
  )
  return { recorded, undisclosed: empty }
}

/** A reason why a figure's written words no longer match its data: what they were written for, and what holds now. */
export interface BasisMismatch {
  subject: string
  written: string
  now: string
}

/** The points on which the basis of a figure's words no longer holds; empty if all hold or no basis is given. */
export function basisMismatches({ basis }: FigureCopy, holdings: Holdings): BasisMismatch[] {
  const counts = Object.entries(basis?.recorded ?? {}).flatMap(([id, written]) => {
    const now = holdings.recorded[id] ?? 0
    return now === written
      ? []
      : [{ subject: id, written: `已登记${written}条`, now: `已登记${now}条` }]
  })
  const columns = (basis?.undisclosed ?? [])
    .filter((column) => !holdings.undisclosed.includes(column))
    .map((column) => ({ subject: column, written: `整栏${undisclosed}`, now: '已有内容' }))
  return [...counts, ...columns]
}

/** Limiting words (余, 近) in a figure's written text that none of its own numbers has any more. */
export function outdatedLimits(
  { headline, measure, alt, description, caveat }: FigureCopy,
  observations: readonly Observation[],
): string[] {
  const copy = [headline, measure, alt, description, caveat].join('\n')
  return strangeLimits(
    copy,
    observations.map(({ qualifier }) => qualifier),
  )
}

/** The indicators whose numbers a table shows, in order. */
export function indicatorsOf(table: Table): string[] {
  return [...new Set(table.rows.flat().flatMap(({ indicator }) => indicator ?? []))]
}

const text = (words: string): CopyPart => ({ kind: 'text', text: words })
const generated = (words: string): CopyPart => ({ kind: 'generated', text: words })

/** What an indicator counts, without 数 and the unit, which its wording repeats: 政企协商会场数 → 政企协商会. */
export function subjectOf({ label, unit }: Pick<Observation, 'label' | 'unit'>): string {
  const who = label.replace(/数$/, '')
  for (let length = Math.min(unit.length, who.length - 1); length > 0; length--) {
    if (unit.includes(who.slice(-length))) return who.slice(0, -length).replace(/的$/, '')
  }
  return who
}

function figurePart(observation: Observation): CopyPart {
  return { kind: 'quantity', text: formatQuantity(observation), observation }
}

function joined(groups: readonly CopyPart[][], between: string): CopyPart[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [text(between), ...group]))
}

/** Subject, number and period of each observation; a shared period is written once. */
function headlineOf(observations: readonly Observation[]): CopyPart[] {
  const periods = new Set(observations.map(({ period }) => period))
  const [shared] = periods.size === 1 ? [...periods] : []
  const figures = observations.map((observation) => [
    text(`${subjectOf(observation)}|`),
    figurePart(observation),
    ...(periods.size > 1 && observation.period ? [generated(`（${observation.period}）`)] : []),
  ])
  const stated = joined(figures, '，|')
  return shared ? [generated(shared), text('，|'), ...stated] : stated
}

function measureOf(observations: readonly Observation[]): CopyPart[] {
  const counted = observations.map(({ label, unit, period }) => [
    generated([`${label}（${unit}）`, period].filter(Boolean).join('，')),
  ])
  return [...joined(counted, '；'), text('。')]
}

/** What an observation's bound or status means for its mark, in words. */
function openWords(observation: Observation): CopyPart[] {
  if (!hasValue(observation)) return [figurePart(observation), text('的以空心虚线表示')]
  if (observation.status === 'estimated') return [text('估算的以点划线表示')]
  const word = formatBound(observation.qualifier)
  const meaning = {
    over: `末端敞开的表示“${word}”，实际比画出的多`,
    near: `末端不到刻度的表示“${word}”，实际比写出的数少`,
    about: `末端作点线的表示“${word}”，实际在写出的数上下`,
    'at-least': `末端敞开的表示“${word}”，实际不比画出的少`,
    exact: '',
  }[observation.qualifier.bound]
  return meaning ? [text(meaning)] : []
}

/** How to read the drawing, what its open marks mean, and how many records it shows. */
function descriptionOf(
  reading: string,
  observations: readonly Observation[],
  { recorded }: Holdings,
): CopyPart[] {
  const open = new Map(
    observations.map((observation) => {
      const parts = openWords(observation)
      return [plainParts(parts), parts]
    }),
  )
  const known = observations.flatMap((observation) => {
    const count = recorded[observation.id]
    return count ? [[generated(`${subjectOf(observation)}已登记${count}条`)]] : []
  })
  const notes = [...open.values(), ...known].filter((parts) => parts.length > 0)
  return [text(reading), ...joined(notes, '；'), ...(notes.length > 0 ? [text('。')] : [])]
}

/** The definitions of the counted indicators; what is not published about each stands in its own definition. */
function caveatOf(observations: readonly Observation[], edition: Edition): CopyPart[] {
  const definitions = new Set(observations.map(({ definition }) => definition))
  return definitions.size > 0
    ? [...definitions].flatMap((definition) => bindCopy(definition, edition))
    : [text('数与限定词照出处。')]
}

/** The words of a figure: the hand-written ones while their basis holds, otherwise generated ones. */
export function stateFigure(edition: Edition, id: string): Statement {
  const copy = findFigure(edition.figures, id)
  const chart = findChart(id)
  const table = chart.table(edition)
  const holdings = holdingsOf(table)
  const observations = indicatorsOf(table).map((indicator) =>
    findIndicator(edition.indicators, indicator),
  )
  const holds =
    basisMismatches(copy, holdings).length === 0 && outdatedLimits(copy, observations).length === 0
  const finding = chart.finding?.(edition)
  const found = observations.filter(({ id }) => finding?.includes(id) ?? true)
  const headline = found.length > 0 ? headlineOf(found) : [text(copy.topic)]
  const words = (written: string | null | undefined, made: () => CopyPart[]) =>
    holds && written ? bindCopy(written, edition) : made()
  return {
    headline: words(copy.headline, () => headline),
    measure: words(copy.measure, () =>
      observations.length > 0 ? measureOf(observations) : [text(`${copy.topic}，按时间排列。`)],
    ),
    alt: words(copy.alt, () =>
      chart.alt ? [generated(chart.alt(edition))] : [...headline, text('。')],
    ),
    description: words(copy.description, () =>
      descriptionOf(chart.reading(edition), observations, holdings),
    ),
    caveat: words(copy.caveat, () => caveatOf(observations, edition)),
  }
}
