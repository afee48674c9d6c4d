import { z } from 'zod'
import { earlierEditionSchema } from '../schemas/earlier.ts'
import { figuresSchema, withdrawnFiguresSchema } from '../schemas/figures.ts'
import { glossarySchema } from '../schemas/glossary.ts'
import { initiativesSchema } from '../schemas/initiatives.ts'
import { indicatorsSchema } from '../schemas/observation.ts'
import { participationSchema } from '../schemas/participation.ts'
import { photoSchema } from '../schemas/photo.ts'
import { townsSchema, villagesSchema } from '../schemas/places.ts'
import { publicationSchema } from '../schemas/publication.ts'
import { publisherSchema } from '../schemas/publisher.ts'
import { releasedSchema } from '../schemas/released.ts'
import { sourcesSchema } from '../schemas/sources.ts'
import {
  allowedQuantitiesSchema,
  everydayWordsSchema,
  plainWordsSchema,
  protectedPhrasesSchema,
  uncountedWordsSchema,
} from '../schemas/words.ts'
import { recordSets, type SetName } from './registry.ts'

type Optional<Schema extends z.ZodType> = Schema extends z.ZodArray
  ? z.ZodDefault<Schema>
  : z.ZodOptional<Schema>

/** The schema of a file that may be missing: a list is then empty, anything else absent. */
const optional = (schema: z.ZodType) =>
  schema instanceof z.ZodArray ? schema.default([]) : schema.optional()

const setFiles = Object.fromEntries(
  Object.entries(recordSets).map(([name, { schema }]) => [name, optional(schema)]),
) as { [Name in SetName]: Optional<(typeof recordSets)[Name]['schema']> }

/** File name (in data/<year>/) and schema of everything one edition records; a file that is optional may be missing. */
export const editionFiles = {
  edition: publicationSchema,
  indicators: indicatorsSchema,
  ...setFiles,
  figures: figuresSchema,
  'withdrawn-figures': withdrawnFiguresSchema.optional(),
  initiatives: initiativesSchema,
  participation: participationSchema,
  released: releasedSchema.optional(),
}

/** File name (in data/) and schema of everything editions share. */
export const sharedFiles = {
  glossary: glossarySchema,
  sources: sourcesSchema,
  towns: townsSchema,
  'protected-phrases': protectedPhrasesSchema,
  'allowed-quantities': allowedQuantitiesSchema,
  'uncounted-words': uncountedWordsSchema.optional(),
  'plain-words': plainWordsSchema.optional(),
  'everyday-words': everydayWordsSchema.optional(),
  publisher: publisherSchema,
  villages: villagesSchema.optional(),
} as const

/** Whether an edition may do without a file. */
export const mayBeMissing = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault

export const editionSchema = z.strictObject({
  year: z.int(),
  ...editionFiles,
  ...sharedFiles,
  /** The numbers of the published editions before it, ascending. */
  earlier: z.array(earlierEditionSchema).default([]),
  /** The photographs of its captions that can be shown. */
  photos: z.array(photoSchema).default([]),
})

/** Everything one edition records, shared registers included, keyed by file name, and what it is compared with; a record set that it has no file for is absent, or empty. */
export type Edition = z.infer<typeof editionSchema>

/** An edition that has the named record sets. */
export type EditionWith<Name extends SetName> = Edition & {
  [Set in Name]-?: NonNullable<Edition[Set]>
}

/** The edition as one that has the named record sets; throws naming the files when it lacks them. */
export function withSets<Name extends SetName>(
  edition: Edition,
  names: readonly Name[],
): EditionWith<Name> {
  const missing = names.filter((name) => edition[name] === undefined)
  if (missing.length > 0)
    throw new Error(`这一版没有 ${missing.map((name) => `${name}.json`).join('、')}`)
  return edition as EditionWith<Name>
}

/** Whether an edition has a map: there is one where there is a roster of liaison points. */
export const hasMap = (edition: Edition): boolean => edition['liaison-points'] !== undefined
