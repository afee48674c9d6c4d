import { findNodeAtOffset, getNodePath, type Node, parseTree } from 'jsonc-parser'
import type { Path } from '../documents/document.ts'
import { nearestName } from '../documents/nearestName.ts'
import { patchJson } from '../documents/patchJson.ts'
import type { Problem } from '../documents/problem.ts'
import { quote } from '../documents/quote.ts'
import { checkRegisters } from '../records/readRegisters.ts'
import { loadRegisters, type Registers } from '../records/registers.ts'
import { type Grid, isBlank } from './book.ts'
import type { Change } from './change.ts'
import { clerkWords } from './clerkWords.ts'
import { lookupTitles } from './draftTemplate.ts'
import {
  choicesTitle,
  dataVersion,
  guideLabels,
  guideTitle,
  valuesTitle,
  workbookFormat,
} from './draftWorkbook.ts'
import { editionSource } from './editionSource.ts'
import {
  type CellNotice,
  type CellProblem,
  fitOf,
  type MatchedSheet,
  matchSheet,
} from './matchSheet.ts'
import { type CellPlace, mergeFile } from './mergeFile.ts'
import { mergeValues, placeOfValue, readToldValues } from './mergeValues.ts'
import type { SheetReport } from './readRows.ts'
import { type RecordSheet, recordSheets, workbookFiles } from './sheets.ts'

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

/** Sheets that stand in exported files and templates beside those of records. */
const besides: ReadonlySet<string> = new Set([guideTitle, choicesTitle, ...lookupTitles])

/** What the guide says under a label; undefined where there is no guide, or no such line. */
export function guideValue(
  grids: readonly Grid[],
  label: keyof typeof guideLabels,
): string | undefined {
  const rows = grids.find(({ title }) => title === guideTitle)?.rows ?? []
  const row = rows.find(([first]) => first?.value === guideLabels[label])
  return row?.[1] && !isBlank(row[1]) ? String(row[1].value) : undefined
}

/** A sheet fits by its headings when it has most of those that it should have. */
const leastFit = 0.6

/** Finds which sheet of the file is which list: by name, or else by its headings. */
function identify(
  grids: readonly Grid[],
  options: ImportOptions,
  report: SheetReport,
): Map<RecordSheet, Grid> {
  const found = new Map<RecordSheet, Grid>()
  if (options.dataset) {
    const { dataset } = options
    const [grid] = grids.toSorted((a, b) => fitOf(dataset, b) - fitOf(dataset, a))
    return grid ? found.set(dataset, grid) : found
  }
  const open = grids.filter(
    ({ title, rows }) =>
      !besides.has(title ?? '') &&
      title !== valuesTitle &&
      rows.some((row) => row.some((cell) => !isBlank(cell))),
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

/** Problems that were not there before the import, told by everything but their line. */
function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const sign = ({ file, found, expected }: Problem) => [file, found, expected].join('\n')
  const counts = new Map<string, number>()
  for (const problem of before) counts.set(sign(problem), (counts.get(sign(problem)) ?? 0) + 1)
  return after.filter((problem) => {
    const left = counts.get(sign(problem)) ?? 0
    counts.set(sign(problem), left - 1)
    return left <= 0
  })
}

/** Finds the path of what stands at a line and column of a text. */
class Places {
  readonly text: string
  private readonly root: Node | undefined
  private readonly lineStarts: number[]

  constructor(text: string) {
    this.text = text
    this.root = parseTree(text)
    this.lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  }

  pathAt(line: number, column?: number): Path {
    const start = this.lineStarts[line - 1] ?? 0
    const indent = /^[ \t]*/.exec(this.text.slice(start, start + 200))?.[0].length ?? 0
    const node =
      this.root && findNodeAtOffset(this.root, start + (column === undefined ? indent : column - 1))
    return node ? getNodePath(node) : []
  }
}

const fileName = (file: string) => /([^/]+)\.json$/.exec(file)?.[1] ?? file

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
  for (const [sheet, grid] of identify(grids, options, report)) {
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

/** What the checks of the records say of the new texts that they did not say before, at the cells that it comes from. */
function checkPlan(
  root: string,
  before: Registers,
  plan: ImportPlan,
  placeOf: ReadonlyMap<string, (path: Path) => CellPlace | undefined>,
): CellProblem[] {
  const folder = `data/${plan.year}/`
  const instead = new Map([...plan.texts].map(([name, text]) => [folder + name, text]))
  const after = loadRegisters(root, plan.year, instead)
  const found = checkRegisters(root, after)
  const problems = found.length === 0 ? [] : newProblems(checkRegisters(root, before), found)
  const textOf = new Map(
    [...after.byName.values()].map(({ document }) => [document.file, document.text]),
  )
  const places = new Map<string, Places>()
  const cellOf = (file: string, line: number, column?: number): CellPlace | undefined => {
    const text = textOf.get(file)
    const find = placeOf.get(fileName(file))
    if (text === undefined || !find) return undefined
    const known = places.get(file) ?? new Places(text)
    places.set(file, known)
    return find(known.pathAt(line, column))
  }
  const reported = new Set(
    plan.problems.map(({ sheet, cell }) => `${sheet} ${cell.replace(/^[A-Z]+/, '')}`),
  )
  return problems.flatMap((problem): CellProblem[] => {
    const { file, line, column } = problem
    const place = cellOf(file, line, column)
    // What could not be read of a row stayed as it was, so that what else is wrong with it may be a consequence.
    if (place && reported.has(`${place.sheet} ${place.cell.replace(/^[A-Z]+/, '')}`)) return []
    const words = clerkWords(problem, (name, at) => {
      const beside = cellOf(name ? folder + name : file, at)
      const row = beside && `第 ${beside.cell.replace(/^[A-Z]+/, '')} 行`
      return beside?.sheet ? `工作表${quote(beside.sheet)}${row}` : row
    })
    return [{ ...(place ?? { sheet: null, cell: `${file} 第 ${line} 行` }), ...words }]
  })
}
