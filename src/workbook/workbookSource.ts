import type { KeyNames } from './cellContent.ts'

/** What a workbook is made of. */
export interface WorkbookSource {
  year: number
  title: string
  stamp: string | null
  /** What each file of the edition holds, by its name; a file that the edition lacks is absent. */
  values: ReadonlyMap<string, unknown>
  /** The keys of the registers that records refer to, each with its name where it has one. */
  names: KeyNames
  /** What the guide says to those who open the workbook, a line each. */
  advice: readonly string[]
}
