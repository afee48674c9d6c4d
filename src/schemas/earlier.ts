import { z } from 'zod'
import { observationSchema } from './observation.ts'

const { id, value, unit, qualifier, period, status, source, definitionId } = observationSchema.shape

/** What a later edition is told of an earlier one: its numbers, and how each is to be read. */
export const earlierEditionSchema = z.strictObject({
  year: z.int(),
  indicators: z.array(
    z.strictObject({ id, value, unit, qualifier, period, status, source, definitionId }),
  ),
})
export type EarlierEdition = z.infer<typeof earlierEditionSchema>
