import { type Edition, editionSchema } from '../../src/sets/edition.ts'
import { completeFiles } from '../fixtures/completeEdition.ts'

const registers = [...completeFiles()]
  .filter(([file]) => file.startsWith('data/'))
  .map(([file, text]) => [file.split('/').at(-1)?.replace('.json', ''), JSON.parse(text)])

/** The fictional edition in which everything is recorded. */
export const complete: Edition = editionSchema.parse({
  year: 2099,
  ...Object.fromEntries(registers),
})
