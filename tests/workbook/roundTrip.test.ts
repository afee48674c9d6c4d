import { cpSync } from 'node:fs'
import { join } from 'node:path'
import * as secondReader from '@e965/xlsx'
import { expect, test } from 'vitest'
import { loadEdition } from '../../src/records/readRegisters.ts'
import { loadRegisters } from '../../src/records/registers.ts'
import { projectRoot } from '../../src/roots.ts'
import { editionSource } from '../../src/workbook/editionSource.ts'
import { withValueAt } from '../../src/workbook/mergeFile.ts'
import { recordSheets, workbookFiles } from '../../src/workbook/sheets.ts'
import { writeXlsx } from '../../src/workbook/writeXlsx.ts'
import { copyContent } from '../contentCopy.ts'
import { contentAt } from '../contentFolder.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'
import {
  carryOut,
  draftsOf,
  gridsOf,
  planOf,
  put,
  temporaryFolder,
  workbookOf,
} from './workbooks.ts'

const editions = [
  ['this edition', projectRoot, 2025],
  ['the complete edition', completeRoot, 2099],
  ['the edition before it', completeRoot, 2098],
] as const

test.each(editions)('%s comes back from its workbook unchanged', async (_, root, year) => {
  const plan = planOf(root, year, await gridsOf(await workbookOf(root, year)))
  expect(plan).toMatchObject({ problems: [], changes: [], notices: [] })
  expect(plan.texts.size).toBe(0)
})

test.each(editions)('%s comes back whole when nothing of it is left', async (_, root, year) => {
  const folder = temporaryFolder()
  for (const each of ['content', 'data'])
    cpSync(join(root, each), join(folder, each), { recursive: true })
  const grids = await gridsOf(await workbookOf(root, year))
  const content = contentAt(folder)
  // The lists are emptied; of the values beside them those that may be null are nulled.
  for (const { file, sheets, values } of workbookFiles) {
    const name = `data/${year}/${file}.json`
    const emptied = [
      ...sheets.filter(({ outer }) => !outer).map(({ path }) => [path, []] as const),
      ...values
        .filter((column) => column.path.length === 1 && column.isNullable)
        .map(({ path }) => [path, null] as const),
    ].reduce(
      (value: unknown, [path, inner]) => withValueAt(value, path, inner),
      JSON.parse(content.read(name)),
    )
    content.write(name, JSON.stringify(emptied, null, 2))
  }
  const before = loadEdition(root, year).edition
  const plan = planOf(folder, year, grids)
  expect(plan.problems).toEqual([])
  carryOut(folder, plan)
  const after = loadEdition(folder, year).edition
  for (const { file } of workbookFiles) {
    const key = file as 'sessions'
    expect(after?.[key], file).toEqual(before?.[key])
  }
})

test('another reader finds in the workbook what was written', async () => {
  const drafts = draftsOf(completeRoot, 2099)
  const { SheetNames, Sheets } = secondReader.read(await workbookOf(completeRoot, 2099), {
    cellDates: true,
  })
  expect(SheetNames).toEqual(drafts.map(({ title }) => title))
  for (const { title, rows, hasHeading } of drafts) {
    const read = secondReader.utils.sheet_to_json<unknown[]>(
      Sheets[title] as secondReader.WorkSheet,
      { header: 1, defval: null, blankrows: true },
    )
    const body = read.slice(hasHeading ? 1 : 0, rows.length + (hasHeading ? 1 : 0))
    expect(body, title).toEqual(rows)
  }
})

test('the same records give the same bytes, after another workbook too', async () => {
  const first = await workbookOf(projectRoot, 2025)
  await workbookOf(completeRoot, 2099)
  expect(Buffer.from(await workbookOf(projectRoot, 2025)).equals(Buffer.from(first))).toBe(true)
})

test('one changed cell is one change, and one changed line of one file', async () => {
  const copy = copyContent()
  const drafts = draftsOf(copy.root, 2025)
  put(drafts, '政企协商会', 0, '议题', '示例议题')
  const source = editionSource(copy.root, loadRegisters(copy.root, 2025))
  const grids = await gridsOf(await writeXlsx(drafts, source))
  const plan = planOf(copy.root, 2025, grids)
  expect(plan.problems).toEqual([])
  expect(plan.changes).toEqual([
    {
      kind: 'changed',
      title: '政企协商会',
      record: '2025-q4',
      heading: '议题',
      cell: 'E2',
      from: '空',
      to: '示例议题',
    },
  ])
  expect([...plan.texts.keys()]).toEqual(['sessions.json'])
  expect(plan.texts.get('sessions.json')).toBe(
    copy.read('data/2025/sessions.json').replace('"topic": null', '"topic": "示例议题"'),
  )
})

test('every value of every record has a column, and no two columns of a sheet one name', () => {
  for (const { title, columns } of recordSheets) {
    const headings = columns.map(({ heading }) => heading)
    expect(new Set(headings).size, title).toBe(headings.length)
  }
  const titles = recordSheets.map(({ title }) => title)
  expect(new Set(titles.map((title) => title.slice(0, 29))).size).toBe(titles.length)
  for (const title of titles) expect(title).toMatch(/^[^[\]:*?/\\]{1,31}$/)
  for (const { file, values } of workbookFiles) {
    const headings = values.map(({ heading }) => heading)
    expect(new Set(headings).size, file).toBe(headings.length)
  }
})
