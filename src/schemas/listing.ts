import { z } from 'zod'

/** What the pages of one edition say of another: its words on the list of editions, and which pages it has. */
export const listingSchema = z.strictObject({
  year: z.int(),
  isDraft: z.boolean(),
  title: z.string(),
  lede: z.string(),
  /** The paths below the base of the pages that a reader may be led to. */
  pages: z.array(z.string()),
})
export type Listing = z.infer<typeof listingSchema>
