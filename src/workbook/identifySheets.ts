import { nearestName } from '../documents/nearestName.ts'
import { type Grid, isBlank } from './book.ts'
import { lookupTitles } from './draftTemplate.ts'
import { guideTitle } from './guide.ts'
import { fitOf } from './headings.ts'
import type { SheetReport } from './readRows.ts'
import { choicesTitle, valuesTitle } from './sheetNames.ts'
import { type RecordSheet, recordSheets } from './sheets.ts'

/** Sheets that stand in exported files and templates beside those of records. */
const besides: ReadonlySet<string> = new Set([
  guideTitle,
  choicesTitle,
  valuesTitle,
  ...lookupTitles,
])

/** A sheet fits by its headings when it has most of those that it should have. */
const leastFit = 0.6

/** Finds which sheet of the file is which list: by name, or else by its headings. */
export function identifySheets(
  grids: readonly Grid[],
  dataset: RecordSheet | undefined,
  report: SheetReport,
): Map<RecordSheet, Grid> {
  const found = new Map<RecordSheet, Grid>()
  if (dataset) {
    const [grid] = grids.toSorted((a, b) => fitOf(dataset, b) - fitOf(dataset, a))
    return grid ? found.set(dataset, grid) : found
  }
  const open = grids.filter(
    ({ title, rows }) =>
      !besides.has(title ?? '') && rows.some((row) => row.some((cell) => !isBlank(cell))),
  )
  const fits = open
    .flatMap((grid) => recordSheets.map((sheet) => ({ grid, sheet, fit: fitOf(sheet, grid) })))
    .filter(({ fit }) => fit >= leastFit)
    .toSorted((a, b) => b.fit - a.fit)
  const taken = new Set<Grid>()
  for (const { grid, sheet, fit } of fits) {
    if (taken.has(grid)) continue
    if (found.has(sheet)) {
      const words = {
        found: `两个工作表都是“${sheet.title}”`,
        expected: '每样一个工作表',
        hint: `另一个是“${found.get(sheet)?.title}”；删去不要的一个，或者只留在别的文件里`,
      }
      report.problems.push({ sheet: grid.title, cell: '', ...words })
      taken.add(grid)
      continue
    }
    found.set(sheet, grid)
    taken.add(grid)
    if (fit <= 1)
      report.notices.push({ sheet: grid.title, cell: '', text: `看栏名认作“${sheet.title}”` })
  }
  for (const grid of open.filter((each) => !taken.has(each))) {
    if (found.size === 0 && !report.problems.length) {
      const words = {
        found: '认不出是哪样记录的表',
        expected: '工作表的名字或者多半的栏名与空表相同',
        hint: '照空表改栏名（空表用 npm run data:template 取）；或者写明是哪样，例如命令后面加 -- --dataset liaison-points',
      }
      report.problems.push({ sheet: grid.title, cell: '', ...words })
      continue
    }
    const near = nearestName(
      grid.title ?? '',
      recordSheets.map(({ title }) => title),
    )
    report.notices.push({
      sheet: grid.title,
      cell: '',
      text: `没有导入：名字、栏名都对不上${near ? `；是不是“${near}”` : ''}`,
    })
  }
  return found
}
