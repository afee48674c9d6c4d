import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadEdition } from '../records/readRegisters.ts'
import { listEditions } from '../records/registers.ts'
import { contentRoot } from '../roots.ts'
import { draftTemplate } from '../workbook/draftTemplate.ts'
import { editionSource } from '../workbook/editionSource.ts'
import { writeXlsx } from '../workbook/writeXlsx.ts'
import { readArguments, refuse } from './commandArguments.ts'
import { askedDataset, askedEdition } from './workbookCommand.ts'

const { told, files } = readArguments({ edition: 'text' })
const [asked, named] = files
if (!asked) refuse('没有写要哪样记录的空表；例如 npm run data:template liaison-points')
const sheet = askedDataset(asked)
const file = named ?? `${sheet.title}-空表.xlsx`
const path = resolve(process.env.INIT_CWD ?? '.', file)
if (existsSync(path)) refuse(`已经有 ${file}，也许已经填了；换个名字，或者先把它移走`)
const year = askedEdition(told.edition, listEditions(contentRoot))
const { edition, registers } = loadEdition(contentRoot, year)
if (!edition) refuse(`${year} 版有错，先用 npm run build 看错在哪里，改好`)
const { villages, sources } = edition
const cited = sources.find(({ id }) => id === villages?.source)
const source = editionSource(contentRoot, registers)
const drafts = draftTemplate(
  source,
  sheet,
  villages?.villages ?? [],
  cited ? [cited.title, cited.date, cited.url].filter(Boolean).join('，') : '',
)
writeFileSync(path, await writeXlsx(drafts, source))
console.log(`已写好空表 ${file}。填好以后：npm run data:import ${file}`)
