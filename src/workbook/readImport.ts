import type { Grid } from './book.ts'
import type { CellProblem } from './cellProblem.ts'
import { readCsv } from './readCsv.ts'
import { readXlsx } from './readXlsx.ts'

/** The sheets of a file that is to be imported, by what its name says it is; or why it is not read. */
export async function readImport(
  name: string,
  bytes: Uint8Array,
): Promise<{ grids: Grid[]; problems: CellProblem[] }> {
  if (/\.(?:csv|tsv|txt)$/i.test(name)) {
    const { grid, problems } = readCsv(bytes)
    return { grids: grid ? [grid] : [], problems }
  }
  const read = await readXlsx(bytes)
  if ('refused' in read)
    return { grids: [], problems: [{ sheet: null, cell: name, ...read.refused }] }
  return { grids: read, problems: [] }
}
