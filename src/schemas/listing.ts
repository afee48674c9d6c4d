import { z } from 'zod'

/** What the pages of other editions need of an edition: its words in the list of editions, and its pages. */
export const listingSchema = z.strictObject({
  year: z.int(),
  isDraft: z.boolean(),
  title: z.string(),
  lede: z.string(),
  /** The paths below the base of the pages that readers may be sent to. */
  pages: z.array(z.string()),
})
export type Listing = z.infer<typeof listingSchema>
