import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { formatProblem } from '../documents/problem.ts'
import { writeTogether } from '../documents/writeTogether.ts'
import { listEditions, loadRegisters } from '../records/registers.ts'
import { contentRoot } from '../roots.ts'
import { guideValue } from '../workbook/guide.ts'
import { planImport } from '../workbook/planImport.ts'
import { readImport } from '../workbook/readImport.ts'
import { formatCellProblem, reportPlan } from '../workbook/reportImport.ts'
import { readArguments, refuse } from './commandArguments.ts'
import { askedDataset, askedEdition } from './workbookCommand.ts'

const { told, files } = readArguments({
  dataset: 'text',
  edition: 'text',
  'dry-run': 'flag',
  delete: 'flag',
})

const [file] = files
if (!file) refuse('没有写文件；例如 npm run data:import 数据.xlsx')
const path = resolve(process.env.INIT_CWD ?? '.', file)
const name = basename(file)
const isCsv = /\.(?:csv|tsv|txt)$/i.test(name)
if (isCsv && told.dataset === undefined)
  refuse(
    `${name} 里看不出是哪样记录；加 --dataset，例如 npm run data:import ${file} -- --dataset liaison-points`,
  )
const dataset = told.dataset === undefined ? undefined : askedDataset(told.dataset)

function readBytes(): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return refuse(
      isMissing
        ? `没有 ${file} 这个文件；核对名字和文件夹`
        : `读不出 ${file}；关掉正开着它的程序再试`,
    )
  }
}

const { grids, problems: unreadable } = await readImport(name, readBytes())
if (unreadable.length > 0) refuse(...unreadable.map(formatCellProblem), `没有导入 ${name}`)
const years = listEditions(contentRoot)
const own = guideValue(grids, 'year')
if (own !== undefined && told.edition !== undefined && own !== told.edition)
  refuse(`${name} 是 ${own} 版的，--edition 写的是 ${told.edition}`)
const year = askedEdition(told.edition ?? own, years)
const registers = loadRegisters(contentRoot, year)
const broken = [...registers.byName.values()].flatMap(({ document }) =>
  document.salvagedKeys ? registers.problems.filter(({ file }) => file === document.file) : [],
)
if (broken.length > 0) refuse('先改好这些，再导入：', ...broken.map(formatProblem))
const plan = planImport(contentRoot, registers, grids, {
  dataset,
  mayDelete: told.delete === 'true',
})

const lines = reportPlan(plan)
if (plan.problems.length > 0)
  refuse(...lines, `发现 ${plan.problems.length} 个问题，没有导入，data/${year}/ 保持原样`)
for (const line of lines) console.log(line)
const changed = [...plan.texts.keys()].map((each) => `data/${year}/${each}`).join('、')
if (plan.texts.size === 0) console.log(`${name} 与 ${year} 版的数据相同，没有要改的`)
else if (told['dry-run'] === 'true') console.log(`会改 ${changed}；没有写入（--dry-run）`)
else {
  writeTogether(join(contentRoot, `data/${year}`), plan.texts)
  console.log(`已导入：${changed}`)
}
