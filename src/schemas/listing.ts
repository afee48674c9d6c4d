import { z } from 'zod'
import { correctionSchema } from './corrections.ts'

/** What the pages of other editions need of an edition: its words in the list of editions, its pages, and what was corrected in it. */
export const listingSchema = z.strictObject({
  year: z.int(),
  isDraft: z.boolean(),
  title: z.string(),
  lede: z.string(),
  /** The paths below the base of the pages that readers may be sent to. */
  pages: z.array(z.string()),
  /** Its corrections, oldest first, with the name of the number and the reason in plain words. */
  corrections: z.array(
    correctionSchema
      .omit({ source: true })
      .extend({ label: z.string(), source: z.string().nullable() }),
  ),
})
export type Listing = z.infer<typeof listingSchema>
