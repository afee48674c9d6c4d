import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadRegisters } from '../../src/records/registers.ts'
import type { Grid } from '../../src/workbook/book.ts'
import { draftWorkbook } from '../../src/workbook/draftWorkbook.ts'
import { editionSource } from '../../src/workbook/editionSource.ts'
import { type ImportOptions, type ImportPlan, planImport } from '../../src/workbook/planImport.ts'
import { readXlsx } from '../../src/workbook/readXlsx.ts'
import { type DraftSheet, writeXlsx } from '../../src/workbook/writeXlsx.ts'

/** The sheets of an edition's workbook before they are written. */
export const draftsOf = (root: string, year: number): DraftSheet[] =>
  draftWorkbook(editionSource(root, loadRegisters(root, year)))

/** The workbook of an edition. */
export const workbookOf = (root: string, year: number): Promise<Uint8Array> =>
  writeXlsx(draftsOf(root, year), editionSource(root, loadRegisters(root, year)))

/** The sheets of a workbook; fails when it is refused. */
export async function gridsOf(bytes: Uint8Array): Promise<Grid[]> {
  const grids = await readXlsx(bytes)
  if ('refused' in grids) throw new Error(grids.refused.found)
  return grids
}

/** What importing some sheets into an edition would do. */
export const planOf = (
  root: string,
  year: number,
  grids: readonly Grid[],
  options?: ImportOptions,
): ImportPlan => planImport(root, loadRegisters(root, year), grids, options)

/** A sheet by its name. */
export function sheetOf(grids: readonly Grid[], title: string): Grid {
  const grid = grids.find((each) => each.title === title)
  if (!grid) throw new Error(`没有工作表 ${title}`)
  return grid
}

/** Puts a value under a heading of a sheet, in a row counted from 0 below the heading. */
export function put(
  drafts: readonly DraftSheet[],
  title: string,
  row: number,
  heading: string,
  value: string | number | Date,
): void {
  const sheet = drafts.find((each) => each.title === title)
  const column = sheet?.columns.findIndex((each) => each.heading === heading) ?? -1
  if (!sheet || column < 0) throw new Error(`没有工作表 ${title} 的栏 ${heading}`)
  sheet.rows[row]?.splice(column, 1, value)
}

/** A folder that is gone when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes the files of a plan, as an import does. */
export function carryOut(root: string, { year, texts }: ImportPlan): void {
  for (const [name, text] of texts) writeFileSync(join(root, `data/${year}`, name), text)
}
