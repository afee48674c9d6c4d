import { z } from 'zod'
import { calendarMonth } from '../schemas/calendar.ts'
import { fieldRoles, reference } from '../schemas/field.ts'
import { recordId, recordSet, undisclosedText } from '../schemas/recordSet.ts'

const group = z.strictObject({
  id: recordId,
  name: undisclosedText('小组名称，未公布为 null。'),
  lead: undisclosedText('组长，未公布为 null。'),
  members: z.int().positive().nullable().default(null).describe('委员人数，位；未公布为 null。'),
  body: undisclosedText('对口单位，未公布为 null。'),
})
const problemClass = z.strictObject({
  id: recordId,
  name: undisclosedText('问题类别名称，原文未点名为 null。'),
})
const output = z.strictObject({
  id: recordId,
  kind: z
    .enum(['监督报告', '社情民意信息'])
    .nullable()
    .default(null)
    .describe('成果种类，未公布为 null。'),
  title: undisclosedText('题目，未公布为 null。'),
})
const enforcementMonth = z.strictObject({
  id: recordId,
  month: calendarMonth.describe('月份。').register(fieldRoles, { role: 'key' }),
  inspectedHouseholds: z
    .int()
    .nonnegative()
    .nullable()
    .default(null)
    .describe('涉企行政检查户数，户；未公布为 null。'),
  penaltyCases: z
    .int()
    .nonnegative()
    .nullable()
    .default(null)
    .describe('涉企处罚案件数，件；未公布为 null。'),
  inspectedHouseholdsBase: z
    .int()
    .nonnegative()
    .nullish()
    .describe('基期同月的涉企行政检查户数，户；未公布为 null。'),
  penaltyCasesBase: z
    .int()
    .nonnegative()
    .nullish()
    .describe('基期同月的涉企处罚案件数，件；未公布为 null。'),
  base: z.string().nullable().default(null).describe('与之比较的基期，未公布为 null。'),
})

const decline = z.strictObject({
  indicator: reference('indicators').describe('降幅，指标编号。'),
  counts: z
    .enum(['inspectedHouseholds', 'penaltyCases'])
    .describe('按月执法数里与它对应的属性名。')
    .register(fieldRoles, { role: 'key' }),
})

/** A supervision: groups, problem classes, outputs; the declines after it, with monthly enforcement counts when disclosed. */
export const supervisionSchema = z.strictObject({
  groups: recordSet(group, '监督小组。').extend({
    statedMembers: reference('indicators').describe('原文所述委员总数对应的指标编号。'),
  }),
  problemClasses: recordSet(problemClass, '问题类别。'),
  outputs: recordSet(output, '监督报告与社情民意信息。'),
  declines: z.array(decline).describe('下降的各数，次序即图上的次序。'),
  enforcement: z.array(enforcementMonth).describe('按月的执法数，未公布则为空。'),
})
