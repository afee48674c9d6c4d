import { sum } from 'd3'
import { z } from 'zod'
import { lineOf, problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { bearsOut, decimalsOf } from '../facts/recorded.ts'
import { formatQuantity } from '../facts/wording.ts'
import { fieldRoles, reference } from '../schemas/field.ts'
import { recordId, recordSet, undisclosedText } from '../schemas/recordSet.ts'
import { defineSet, type WrittenSet } from './define.ts'
import { completeMonths, enforcementMonth, monthlyCounts } from './enforcement.ts'

const group = z.strictObject({
  id: recordId,
  name: undisclosedText('小组名称，未公布为 null。').meta({ title: '组名' }),
  lead: undisclosedText('组长，未公布为 null。').meta({ title: '组长' }),
  members: z
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe('委员人数，位；未公布为 null。')
    .meta({ title: '委员人数', unit: '位' }),
  body: undisclosedText('对口单位，未公布为 null。').meta({ title: '对口单位' }),
})
const problemClass = z.strictObject({
  id: recordId,
  name: undisclosedText('问题类别名称，原文未点名为 null。').meta({ title: '类别' }),
})
const output = z.strictObject({
  id: recordId,
  kind: z
    .enum(['监督报告', '社情民意信息'])
    .nullable()
    .default(null)
    .describe('成果种类，未公布为 null。')
    .meta({ title: '种类' }),
  title: undisclosedText('题目，未公布为 null。').meta({ title: '题目' }),
})

const decline = z.strictObject({
  indicator: reference('indicators').describe('降幅，指标编号。').meta({ title: '指标编号' }),
  counts: z
    .enum(monthlyCounts)
    .describe('按月执法数里与它对应的属性名。')
    .register(fieldRoles, { role: 'key' })
    .meta({
      title: '按月执法数的栏',
      choices: { inspectedHouseholds: '检查户数', penaltyCases: '处罚案件数' },
    }),
})

/** A supervision: groups, problem classes, outputs; the declines after it, with monthly enforcement counts when disclosed. */
export const supervisionSchema = z.strictObject({
  groups: recordSet(group, '监督小组。')
    .extend({
      statedMembers: reference('indicators')
        .describe('原文所述委员总数对应的指标编号。')
        .meta({ title: '委员总数的指标' }),
    })
    .meta({ title: '监督小组' }),
  problemClasses: recordSet(problemClass, '问题类别。').meta({ title: '问题类别' }),
  outputs: recordSet(output, '监督报告与社情民意信息。').meta({ title: '监督成果' }),
  declines: z.array(decline).describe('下降的各数，次序即图上的次序。').meta({ title: '下降的数' }),
  enforcement: z.array(enforcementMonth).describe('按月的执法数，未公布则为空。'),
})

export type Supervision = z.infer<typeof supervisionSchema>

/** Declines that the monthly counts and those of their base do not bear out, once all of a decline's months are recorded. */
function checkDeclines({ document, observations }: WrittenSet): Problem[] {
  const { data } = supervisionSchema.safeParse(document.value)
  if (!data) return []
  return data.declines.flatMap(({ indicator, counts }) => {
    const stated = observations.find(({ observation }) => observation.id === indicator)
    const months = completeMonths(data.enforcement, counts)
    if (!months || !stated || stated.observation.value === null) return []
    const { value, qualifier } = stated.observation
    const before = sum(months, (month) => month.before)
    // Divided last, so that a share that is whole stays whole: 1 − 0.43 is not 0.57.
    const share = ((before - sum(months, (month) => month.now)) * 100) / before
    if (before > 0 && bearsOut(share, { value, qualifier })) return []
    const places = decimalsOf(value) + (qualifier.bound === 'exact' ? 0 : 1)
    return problemAt(document, ['enforcement'], {
      found:
        before > 0
          ? `按月合计得出的降幅 ${Number(share.toFixed(places))}%`
          : '基期各月合计为 0，得不出降幅',
      expected: `${formatQuantity(stated.observation)}（指标 ${indicator}，${stated.document.file} 第 ${lineOf(stated.document, stated.path)} 行起）`,
      hint: '核对各月与基期同月的数，或更正指标',
    })
  })
}

/** The supervision: its groups, problem classes, outputs, and the monthly counts of enforcement after it. */
export const supervisionSet = defineSet({
  schema: supervisionSchema,
  tables: [
    { name: 'supervision-groups', title: '监督小组', record: group, rows: ({ groups }) => groups },
    {
      name: 'supervision-problem-classes',
      title: '问题类别',
      record: problemClass,
      rows: ({ problemClasses }) => problemClasses,
    },
    {
      name: 'supervision-outputs',
      title: '监督报告与社情民意信息',
      record: output,
      rows: ({ outputs }) => outputs,
    },
    {
      name: 'supervision-enforcement',
      title: '按月执法数',
      record: enforcementMonth,
      rows: ({ enforcement }) => enforcement,
    },
  ],
  check: checkDeclines,
})
