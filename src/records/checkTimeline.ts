import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { sessionSchema } from '../sets/sessions.ts'
import { eventSchema } from '../sets/timeline.ts'
import type { Registers } from './registers.ts'
import { validRecords } from './validRecords.ts'

/** Times that contradict each other: of dated events, and of sessions. */
export function checkTimeline(registers: Registers): Problem[] {
  return [...checkEvents(registers), ...checkSessionDates(registers)]
}

const quarters = '一二三四'

/** Sessions held on a day outside the time that the source gives them. */
function checkSessionDates(registers: Registers): Problem[] {
  const document = registers.byName.get('sessions')?.document
  if (!document) return []
  return validRecords(document, 'records', sessionSchema).flatMap(({ record, path }) => {
    const { date, period } = record
    if (date === null || period === null) return []
    const [year, month] = date.split('-').map(Number) as [number, number]
    const named = {
      year: /(\d{4})年/.exec(period)?.[1],
      month: /(\d{1,2})月(?!.*月)/.exec(period)?.[1],
      quarter: /第([一二三四])季度/.exec(period)?.[1],
    }
    const isWithin =
      (named.year === undefined || Number(named.year) === year) &&
      (named.month === undefined || /[-—至]/.test(period) || Number(named.month) === month) &&
      (named.quarter === undefined || quarters.indexOf(named.quarter) === Math.ceil(month / 3) - 1)
    if (isWithin) return []
    return problemAt(document, [...path, 'date'], {
      found: `日期 ${date}`,
      expected: `${period}里的一天`,
      hint: '对照原文，改正 date 或 period',
    })
  })
}

/** Dated events whose three ways of giving the year disagree, or that lead to a chapter although they are past. */
function checkEvents(registers: Registers): Problem[] {
  const document = registers.byName.get('timeline')?.document
  if (!document || !Array.isArray(document.value)) return []
  return document.value.flatMap((value, index) => {
    const parsed = eventSchema.safeParse(value)
    if (!parsed.success) return []
    const { year, datetime, label, open, chapter } = parsed.data
    const written = { datetime: datetime.slice(0, 4), label: /\d{4}/.exec(label)?.[0] }
    const years = (['datetime', 'label'] as const).flatMap((field) => {
      if (written[field] === undefined || Number(written[field]) === year) return []
      const found = `年份 ${written[field]}`
      const hint = 'year、datetime、label 三处的年份应当一致'
      return [problemAt(document, [index, field], { found, expected: String(year), hint })]
    })
    if (open || chapter === undefined) return years
    const found = `已发生的事写了 chapter“${chapter}”`
    const hint = '首页末尾的展望连到这一章；删去它，或把 open 改为 true'
    const expected = 'chapter 只写在尚未发生的事上'
    return [...years, problemAt(document, [index, 'chapter'], { found, expected, hint })]
  })
}
