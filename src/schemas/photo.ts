import { z } from 'zod'

/** A photograph that can be shown: the caption it belongs to, its file, and its size once upright. */
export const photoSchema = z.strictObject({
  caption: z.string(),
  /** Absolute path. */
  file: z.string(),
  /** Pixels. */
  width: z.int().positive(),
  /** Pixels. */
  height: z.int().positive(),
})
export type Photo = z.infer<typeof photoSchema>

/** The address of the large picture of a caption, below the address of its edition. */
export const photoPath = (caption: string): string => `photos/${caption}.jpg`
