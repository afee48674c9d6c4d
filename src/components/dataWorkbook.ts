import type { Edition } from '../sets/edition.ts'
import { draftWorkbook } from '../workbook/draftWorkbook.ts'
import { publicSource } from '../workbook/editionSource.ts'
import { writeXlsx } from '../workbook/writeXlsx.ts'
import { getChapters } from './chapters.ts'

/** The name of the workbook in an edition's folder of data. */
export const workbookName = 'workbook.xlsx'

/** The workbook of an edition that its data page offers. */
export async function dataWorkbook(edition: Edition): Promise<Uint8Array> {
  const chapters = (await getChapters(edition.year)).map(({ slug }) => slug)
  const source = publicSource(edition, chapters)
  return writeXlsx(draftWorkbook(source, { blankRows: 0 }), source)
}
