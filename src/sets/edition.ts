import { z } from 'zod'
import { figuresSchema, withdrawnFiguresSchema } from '../schemas/figures.ts'
import { initiativesSchema } from '../schemas/initiatives.ts'
import { indicatorsSchema } from '../schemas/observation.ts'
import { participationSchema } from '../schemas/participation.ts'
import { publicationSchema } from '../schemas/publication.ts'
import {
  allowedQuantitiesSchema,
  glossarySchema,
  plainWordsSchema,
  protectedPhrasesSchema,
  publisherSchema,
  sourcesSchema,
  townsSchema,
  uncountedWordsSchema,
} from '../schemas/shared.ts'
import { captionsSchema } from './captions.ts'
import { casesSchema } from './cases.ts'
import { issuesSchema } from './issues.ts'
import { learningSchema } from './learning.ts'
import { liaisonPointsSchema } from './liaisonPoints.ts'
import { loopSchema } from './loop.ts'
import { proposalsSchema } from './proposals.ts'
import { sessionsSchema } from './sessions.ts'
import { supervisionSchema } from './supervision.ts'
import { timelineSchema } from './timeline.ts'

/** File name (in data/<year>/) and schema of everything one edition records; a file that is optional may be missing. */
export const editionFiles = {
  edition: publicationSchema,
  indicators: indicatorsSchema,
  sessions: sessionsSchema,
  issues: issuesSchema,
  loop: loopSchema,
  supervision: supervisionSchema,
  proposals: proposalsSchema,
  'liaison-points': liaisonPointsSchema,
  learning: learningSchema,
  captions: captionsSchema,
  cases: casesSchema,
  timeline: timelineSchema,
  figures: figuresSchema,
  'withdrawn-figures': withdrawnFiguresSchema.optional(),
  initiatives: initiativesSchema,
  participation: participationSchema,
} as const

/** File name (in data/) and schema of everything editions share. */
export const sharedFiles = {
  glossary: glossarySchema,
  sources: sourcesSchema,
  towns: townsSchema,
  'protected-phrases': protectedPhrasesSchema,
  'allowed-quantities': allowedQuantitiesSchema,
  'uncounted-words': uncountedWordsSchema.optional(),
  'plain-words': plainWordsSchema.optional(),
  publisher: publisherSchema,
} as const

export const editionSchema = z.strictObject({ year: z.int(), ...editionFiles, ...sharedFiles })

/** Everything one edition records, shared registers included, keyed by file name. */
export type Edition = z.infer<typeof editionSchema>
