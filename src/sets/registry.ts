import { captionSet } from './captions.ts'
import { caseSet } from './cases.ts'
import { correctionSet } from './corrections.ts'
import { issueSet } from './issues.ts'
import { learningSet } from './learning.ts'
import { liaisonPointSet } from './liaisonPoints.ts'
import { loopSet } from './loop.ts'
import { proposalSet } from './proposals.ts'
import { sessionSet } from './sessions.ts'
import { supervisionSet } from './supervision.ts'
import { timelineSet } from './timeline.ts'

/** Every record set by the name of its file, in the order the data page lists them. */
export const recordSets = {
  sessions: sessionSet,
  issues: issueSet,
  loop: loopSet,
  supervision: supervisionSet,
  proposals: proposalSet,
  'liaison-points': liaisonPointSet,
  learning: learningSet,
  captions: captionSet,
  cases: caseSet,
  timeline: timelineSet,
  corrections: correctionSet,
} as const

/** The name of a record set, that of its file without `.json`. */
export type SetName = keyof typeof recordSets
