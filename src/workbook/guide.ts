import { createHash } from 'node:crypto'
import { type Grid, isBlank } from './book.ts'
import type { WorkbookSource } from './workbookSource.ts'
import type { DraftSheet } from './writeXlsx.ts'

/** The way workbooks are laid out; a workbook of a later way is not read by an earlier program. */
export const workbookFormat = 1

/** The name of the guide, the first sheet. */
export const guideTitle = '说明'

/** The labels of the guide's first lines, by what stands beside them. */
const guideLabels = { format: '工作簿格式', year: '版次', version: '数据版本' } as const

/** A short sign of what the files hold: another one when anything has changed. */
export const dataVersion = (values: ReadonlyMap<string, unknown>): string =>
  createHash('sha256')
    .update(JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 10)

/** The first sheet: what this is, of which edition and version, and how every column is filled. */
export function draftGuide(drafts: readonly DraftSheet[], source: WorkbookSource): DraftSheet {
  const help = drafts.flatMap(({ title, columns }) =>
    columns.map(({ heading, note = '' }) => [title, heading, note.replaceAll('\n', '')]),
  )
  return {
    title: guideTitle,
    columns: [24, 30, 90].map((width) => ({
      heading: '',
      width,
      format: 'text',
      wraps: width > 30,
    })),
    rows: [
      [source.title, null, null],
      ...(source.stamp ? [[source.stamp, null, null]] : []),
      [guideLabels.format, String(workbookFormat), null],
      [guideLabels.year, String(source.year), null],
      [guideLabels.version, dataVersion(source.values), null],
      [null, null, null],
      ...source.advice.map((line) => [line, null, null]),
      [null, null, null],
      ['工作表', '栏', '怎样填'],
      ...help,
    ],
  }
}

/** What the guide says under a label; undefined where there is no guide, or no such line. */
export function guideValue(
  grids: readonly Grid[],
  label: keyof typeof guideLabels,
): string | undefined {
  const rows = grids.find(({ title }) => title === guideTitle)?.rows ?? []
  const row = rows.find(([first]) => first?.value === guideLabels[label])
  return row?.[1] && !isBlank(row[1]) ? String(row[1].value) : undefined
}
