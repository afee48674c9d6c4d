import type { Path } from '../documents/document.ts'
import { patchJson } from '../documents/patchJson.ts'
import type { Registers } from '../records/registers.ts'
import type { Grid } from './book.ts'
import type { CellNotice, CellProblem } from './cellProblem.ts'
import type { Change } from './change.ts'
import { checkPlan } from './checkPlan.ts'
import { editionSource } from './editionSource.ts'
import { dataVersion, guideTitle, guideValue, workbookFormat } from './guide.ts'
import { identifySheets } from './identifySheets.ts'
import { type MatchedSheet, matchSheet } from './matchSheet.ts'
import { type CellPlace, mergeFile } from './mergeFile.ts'
import { mergeValues, placeOfValue, readToldValues } from './mergeValues.ts'
import type { SheetReport } from './readRows.ts'
import { valuesTitle } from './sheetNames.ts'
import { type RecordSheet, workbookFiles } from './sheets.ts'

/** What an import would do. */
export interface ImportPlan {
  year: number
  /** The new texts, by the names of the files in data/<year>/. */
  texts: Map<string, string>
  changes: Change[]
  problems: CellProblem[]
  notices: CellNotice[]
}

/** How an import is asked for. */
export interface ImportOptions {
  /** The list that a file without sheets is of. */
  dataset?: RecordSheet | undefined
  mayDelete?: boolean
}

/** What an import of these sheets into an edition would do, and everything that speaks against it. */
export function planImport(
  root: string,
  registers: Registers,
  grids: readonly Grid[],
  options: ImportOptions = {},
): ImportPlan {
  const { year } = registers
  const report: SheetReport = { problems: [], notices: [] }
  const { values, names } = editionSource(root, registers)
  const context = { names, year }
  const version = guideValue(grids, 'version')
  const format = guideValue(grids, 'format')
  if (format !== undefined && format !== String(workbookFormat))
    report.problems.push({
      sheet: guideTitle,
      cell: '',
      found: `工作簿格式 ${format}`,
      expected: `工作簿格式 ${workbookFormat}`,
      hint: '这份工作簿是另一个版本的程序导出的；重新导出，把改动抄过去',
    })
  const matched = new Map<RecordSheet, MatchedSheet>()
  for (const [sheet, grid] of identifySheets(grids, options.dataset, report)) {
    if (!values.has(sheet.file)) {
      const words = {
        found: `“${sheet.title}”，这一版没有 ${sheet.file}.json`,
        expected: '这一版有的记录',
        hint: `请维护者照别的一版新建 data/${year}/${sheet.file}.json，再导入`,
      }
      report.problems.push({ sheet: grid.title, cell: '', ...words })
      continue
    }
    const found = matchSheet(sheet, grid)
    report.problems.push(...found.problems)
    report.notices.push(...found.notices)
    if (found.matched && (!sheet.outer || found.matched.outerColumn !== undefined))
      matched.set(sheet, found.matched)
  }
  const valuesGrid = options.dataset ? undefined : grids.find(({ title }) => title === valuesTitle)
  const told = valuesGrid
    ? readToldValues(valuesGrid, values, context, report)
    : { byFile: new Map(), places: new Map() }
  const texts = new Map<string, string>()
  const changes: Change[] = []
  const placeOf = new Map<string, (path: Path) => CellPlace | undefined>()
  for (const described of workbookFiles) {
    const { file } = described
    const old = values.get(file)
    const text = [...registers.byName.values()].find(({ name }) => name === file)?.document.text
    if (old === undefined || text === undefined) continue
    const beside = mergeValues(described, old, told, context, report)
    const merged = mergeFile(described, beside.value, matched, context, report, {
      mayDelete: options.mayDelete ?? false,
    })
    changes.push(...beside.changes, ...merged.changes)
    placeOf.set(file, (path) => merged.placeOf(path) ?? placeOfValue(described, path, told))
    if (merged.value === old) continue
    const originOf = (item: unknown) => merged.origins.get(item) ?? item
    texts.set(`${file}.json`, patchJson(text, old, merged.value, originOf))
  }
  const plan = { year, texts, changes, ...report }
  if (texts.size > 0) plan.problems.push(...checkPlan(root, registers, plan, placeOf))
  if (version !== undefined && version !== dataVersion(values) && changes.length > 0)
    plan.notices.push({
      sheet: guideTitle,
      cell: '',
      text: '这份工作簿导出以后，数据又改过（用它导入过一次也算）；下面的改动逐条看一看，不要把后来的改回去',
    })
  return plan
}
