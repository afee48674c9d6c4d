import { loadEditions } from '../../src/records/readRegisters.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'
import { type WholeEdition, whole } from './edition2025.ts'

/** The fictional edition in which everything is recorded, after one year before it. */
export const complete: WholeEdition = whole(loadEditions(completeRoot).at(-1)?.edition)
