import { eventSchema } from '../schemas/timeline.ts'
import { problemAt } from './document.ts'
import type { Problem } from './problem.ts'
import type { Registers } from './registers.ts'

/** Dated events whose three ways of giving the year disagree, and those of the past that lead to a chapter as what lies ahead does. */
export function checkTimeline(registers: Registers): Problem[] {
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
