import { z } from 'zod'
import { copyText, reference } from './field.ts'

/** The available small drawings, named by what they draw. */
const smallDrawings = ['sessions', 'groups', 'lists', 'network', 'visits'] as const
export type SmallDrawing = (typeof smallDrawings)[number]

/** One of the edition's initiatives as the home page lists it, with its leading number. */
export const initiativeSchema = z.strictObject({
  chapter: reference('chapters').describe('所属章的网址段。'),
  indicator: reference('indicators').describe('领头的数字，指标编号。'),
  drawing: z
    .enum(smallDrawings)
    .optional()
    .describe(
      '旁边的小图：sessions 协商会、groups 监督小组、lists 清单、network 镇街村社与二维码、visits 学习活动；不写就没有。',
    ),
  leadIn: copyText.max(6).describe('数字旁的短注，不超过六字。'),
  act: copyText.describe('首屏上接在数字后面的话：数的是什么，做了什么。'),
  title: copyText.describe('标题；短语之间可用 | 标出可换行处。'),
  text: copyText.describe('一两句话的介绍；句中数量用占位引用。'),
})
export type Initiative = z.infer<typeof initiativeSchema>
export const initiativesSchema = z.array(initiativeSchema).describe('首页的工作介绍，次序即章次。')
