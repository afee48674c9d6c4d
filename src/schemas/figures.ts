import { z } from 'zod'
import { copyText, reference } from './field.ts'
import { sourceReferenceSchema } from './observation.ts'
import { recordId } from './recordSet.ts'

const override = (sentence: string) => copyText.nullish().describe(`${sentence}不写为由数据生成。`)

/** What a figure's written words are based on; if that no longer holds, generated words replace them. */
const basisSchema = z.strictObject({
  recorded: z
    .record(z.string(), z.int().nonnegative())
    .describe('写这些话时，各指标之下登记了多少条记录。'),
  undisclosed: z.array(z.string()).describe('写这些话时，数据表里整栏未公布的栏名。'),
})

/** The words of one figure; quantities in them are placeholders bound to indicators. */
export const figureSchema = z.strictObject({
  id: recordId,
  chapter: reference('chapters').describe('所在章的网址段。'),
  indicators: z
    .array(reference('indicators'))
    .optional()
    .describe('图所画的数的指标编号，次序照画法的规定；有记录集的图不写，由记录集说。'),
  topic: copyText.max(30).describe('图号后的短名。'),
  headline: override('图题：谁、多少、何时，只陈述原文；短语之间可用 | 标出可换行处。'),
  measure: override('量的是什么、单位、期间。'),
  alt: override('替代文字，一句。'),
  description: override('读图的一句话。'),
  caveat: override('须知道的限制。'),
  basis: basisSchema.nullish().describe('以上的话所据的登记情况，不写为不核对。'),
  sources: z.array(sourceReferenceSchema).min(1).describe('出处。'),
})
export type FigureCopy = z.infer<typeof figureSchema>
export const figuresSchema = z.array(figureSchema).describe('全部图版，次序即图号次序。')

/** Figures that once had a page; links to it are redirected to the figure's chapter. */
export const withdrawnFiguresSchema = z
  .array(
    z.strictObject({
      id: recordId.describe('撤下的图的编号，不再是 figures.json 里的。'),
      chapter: reference('chapters').describe('它原来的网址转到哪一章。'),
    }),
  )
  .describe('撤下的图版。')

/** Front matter of a chapter's MDX file. */
export const chapterSchema = z.strictObject({
  order: z.int().min(0).max(10).describe('章次，从 1 起；0 为首页导语。'),
  title: copyText.max(40).describe('章题；短语之间可用 | 标出可换行处。'),
  navTitle: copyText.max(10).describe('目录里的短题。'),
  subtitle: copyText.max(40).describe('副题。'),
  lede: copyText.max(300).describe('导语；句中数量用占位引用。'),
  description: copyText.max(80).describe('网页摘要，不含数量。'),
})
export type ChapterFrontMatter = z.infer<typeof chapterSchema>
