import { draftWorkbook } from './draftWorkbook.ts'
import type { RecordSheet } from './sheets.ts'
import type { WorkbookSource } from './workbookSource.ts'
import type { DraftColumn, DraftSheet } from './writeXlsx.ts'

/** The sheets of a template that one looks things up in. */
export const lookupTitles = ['镇街名录', '村社名录'] as const

const column = (heading: string, width: number): DraftColumn => ({ heading, width, format: 'text' })

/** The towns, and the village-level units there are by a public list, with where that list is from. */
function draftLookups(
  source: WorkbookSource,
  villages: readonly { code: string; name: string }[],
  cited: string,
): DraftSheet[] {
  const towns = source.names.get('towns') ?? new Map<string, string>()
  const [townsTitle, villagesTitle] = lookupTitles
  return [
    {
      title: townsTitle,
      columns: [column('代码', 14), column('镇街', 16)],
      rows: [...towns],
      hasHeading: true,
    },
    {
      title: villagesTitle,
      columns: [column('代码', 16), column('村社', 30), column('镇街', 16), column('来源', 60)],
      rows: villages.map(({ code, name }) => [
        code,
        name,
        towns.get(code.slice(0, 9)) ?? null,
        cited,
      ]),
      hasHeading: true,
    },
  ]
}

/** How many records a template has room for. */
const room = 300

/** A workbook to fill in one list of records, and those kept inside them, from nothing; with lists to look towns and villages up in where it has towns. */
export function draftTemplate(
  source: WorkbookSource,
  sheet: RecordSheet,
  villages: readonly { code: string; name: string }[],
  cited: string,
): DraftSheet[] {
  const isMeant = (each: RecordSheet) => each === sheet || each.outer === sheet
  const hasTowns = sheet.columns.some(({ refersTo }) => refersTo === 'towns')
  return draftWorkbook(source, {
    only: isMeant,
    blankRows: room,
    isEmpty: true,
    more: hasTowns ? draftLookups(source, villages, cited) : [],
  })
}
