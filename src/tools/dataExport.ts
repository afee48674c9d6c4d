import { existsSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { formatProblem } from '../documents/problem.ts'
import { listEditions, loadRegisters } from '../records/registers.ts'
import { contentRoot } from '../roots.ts'
import { draftWorkbook } from '../workbook/draftWorkbook.ts'
import { editionSource } from '../workbook/editionSource.ts'
import { writeXlsx } from '../workbook/writeXlsx.ts'
import { readArguments, refuse } from './commandArguments.ts'
import { askedEdition } from './workbookCommand.ts'

const { told, files } = readArguments({ edition: 'text' })
const year = askedEdition(told.edition, listEditions(contentRoot))
const file = files[0] ?? `数据-${year}.xlsx`
if (!file.endsWith('.xlsx'))
  refuse(`“${file}”不以 .xlsx 结尾；例如 npm run data:export 数据-${year}.xlsx`)
const path = resolve(process.env.INIT_CWD ?? '.', file)
if (existsSync(path)) refuse(`已经有 ${file}，里面也许有没导入的改动；换个名字，或者先把它移走`)
const registers = loadRegisters(contentRoot, year)
const broken = registers.problems.filter(({ file }) =>
  [...registers.byName.values()].every(
    ({ document }) => document.file !== file || document.salvagedKeys,
  ),
)
if (broken.length > 0) refuse(...broken.map(formatProblem))
const source = editionSource(contentRoot, registers)
const drafts = draftWorkbook(source)
writeFileSync(path, await writeXlsx(drafts, source))
console.log(
  `已导出 ${year} 版的数据：${basename(path)}，${drafts.length - 1} 个工作表。改好以后：npm run data:import ${file}`,
)
