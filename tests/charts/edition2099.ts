import { completeFiles } from '../fixtures/completeEdition.ts'
import { type WholeEdition, whole } from './edition2025.ts'

const registers = [...completeFiles()]
  .filter(([file]) => file.startsWith('data/'))
  .map(([file, text]) => [file.split('/').at(-1)?.replace('.json', ''), JSON.parse(text)])

/** The fictional edition in which everything is recorded. */
export const complete: WholeEdition = whole({
  year: 2099,
  ...Object.fromEntries(registers),
})
