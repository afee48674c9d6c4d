import { chapterIds } from '../records/chapterIds.ts'
import type { Registers } from '../records/registers.ts'
import { site } from '../site.ts'
import type { KeyNames } from './cellContent.ts'
import type { WorkbookSource } from './draftWorkbook.ts'
import { workbookFiles } from './sheets.ts'

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
    ['chapters', new Map([...chapters].map((chapter) => [chapter, '']))],
  ])

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
    title: `${site.name} ${registers.year}年版 数据工作簿`,
    stamp: publisher?.stamp ?? null,
    values: new Map(values),
    names: keyNames(towns, contentOf('sources'), chapterIds(root, registers.year) ?? []),
  }
}
