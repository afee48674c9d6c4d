import { loadEditions } from '../../src/records/readRegisters.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'
import { edition, type WholeEdition, whole } from './edition2025.ts'

/** The fictional edition in which everything is recorded, after one year before it. */
export const complete: WholeEdition = whole(loadEditions(completeRoot).at(-1)?.edition)

/** The figures of the recorded edition and of the fictional one, each once. */
export const figureIds = [...new Set([...edition.figures, ...complete.figures].map(({ id }) => id))]
