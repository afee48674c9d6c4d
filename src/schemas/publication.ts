import { z } from 'zod'

/** Whether an edition is published; a draft is visible only in the development server. */
export const publicationSchema = z
  .strictObject({
    status: z
      .enum(['published', 'draft'])
      .describe('published 已发布，draft 草稿：只在 npm run dev 里看得到，生成的网站里没有。'),
  })
  .describe('这一版发布了没有。')
