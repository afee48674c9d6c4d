import { imprint } from '../imprint.ts'
import { chapterIds } from '../records/chapterIds.ts'
import type { Registers } from '../records/registers.ts'
import { type RecordTable, recordsOf } from '../sets/define.ts'
import type { Edition } from '../sets/edition.ts'
import { recordSets, type SetName } from '../sets/registry.ts'
import { site } from '../site.ts'
import type { KeyNames } from './cellContent.ts'
import { withValueAt } from './mergeFile.ts'
import { workbookFiles } from './sheets.ts'
import type { WorkbookSource } from './workbookSource.ts'

interface Register {
  adcode?: string
  id?: string
  name?: string
}

const keysOf = (records: unknown, key: 'adcode' | 'id'): Map<string, string> =>
  new Map(
    (Array.isArray(records) ? (records as Register[]) : []).map((record) => [
      String(record[key]),
      record.name ?? '',
    ]),
  )

/** The keys that cells are chosen from, with the names of those that have one. */
export const keyNames = (towns: unknown, sources: unknown, chapters: Iterable<string>): KeyNames =>
  new Map([
    ['towns', keysOf(towns, 'adcode')],
    ['sources', keysOf(sources, 'id')],
    ['chapters', new Map([...chapters].sort().map((chapter) => [chapter, '']))],
  ])

/** What a workbook is called. */
const workbookTitle = (year: number) => `${site.name} ${year}年版 数据工作簿`

/** What is said to those who keep the records. */
const advice = [
  '改好了存成 .xlsx，用 npm run data:import 加文件名导入；先看看会改什么，再加 -- --dry-run。',
  '没有公布的留空，不写“无”“/”“—”。编号认记录：改了编号就是另一条，删去一行就是删去那一条。',
  '行的先后、栏的先后随意；栏名认栏，不要改。别的栏可以加，导入时不看。',
  '日期写 2025-11-20；一格里写几个的，一行写一个（按 Alt+Enter 换行）。',
]

/** What a workbook is made of, from the records as they were written. */
export function editionSource(root: string, registers: Registers): WorkbookSource {
  const contentOf = (name: string) =>
    [...registers.byName.values()].find((register) => register.name === name)?.document.value
  const towns = (contentOf('towns') as { towns?: unknown } | undefined)?.towns
  const publisher = contentOf('publisher') as { stamp?: string | null } | undefined
  const values = workbookFiles.flatMap(({ file }) => {
    const value = contentOf(file)
    return value === undefined ? [] : [[file, value] as const]
  })
  return {
    year: registers.year,
    title: workbookTitle(registers.year),
    stamp: publisher?.stamp ?? null,
    values: new Map(values),
    advice,
    names: keyNames(towns, contentOf('sources'), chapterIds(root, registers.year) ?? []),
  }
}

/** What is said to those who read the records. */
const readerAdvice = [
  '每个数、每条记录和它的出处，与网页上的相同。空着的格子是没有公布，不是零。',
  '别处引用时写明版次，并对照网页上的“注意”。',
]

/** The records of a file that pages show: of a roster those alone of which something is known. */
function shownRecords(file: string, value: unknown): unknown {
  const tables = recordSets[file as SetName]?.tables ?? []
  const sheets = workbookFiles.find((each) => each.file === file)?.sheets ?? []
  return (tables as readonly RecordTable<unknown>[]).reduce((rest, table) => {
    const sheet = sheets.find(({ record }) => record === table.record)
    return sheet ? withValueAt(rest, sheet.path, recordsOf(table, value).records) : rest
  }, value)
}

/** What the workbook that readers are offered is made of: the records as the pages show them. */
export function publicSource(edition: Edition, chapters: Iterable<string>): WorkbookSource {
  const { year, towns, sources } = edition
  const values = workbookFiles.flatMap(({ file }) => {
    const value: unknown = edition[file as 'indicators' | SetName]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    return [[file, shownRecords(file, value)] as const]
  })
  return {
    year,
    title: workbookTitle(year),
    stamp: imprint(edition).stamp,
    values: new Map(values),
    names: keyNames(towns.towns, sources, chapters),
    advice: readerAdvice,
  }
}
