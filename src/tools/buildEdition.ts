import { resolve } from 'node:path'
import { copyEdition } from '../publish/keptSite.ts'
import { validated } from '../publish/validated.ts'
import { projectRoot } from '../roots.ts'
import { useStore } from '../store/buildStore.ts'
import { Store } from '../store/store.ts'
import { buildEdition, endOn, preparePrinting } from './build.ts'
import { readArguments, refuse } from './commandArguments.ts'

const { told, files } = readArguments({ report: 'flag', to: 'text' })
const [year, ...rest] = files.map(Number)
if (!year || rest.length > 0)
  refuse(
    '要写一个年份，例如 npm run edition:build 2025',
    '生成这一版的网页，供 npm run assemble 取用',
  )
if (told.report) await preparePrinting()
const store = useStore()
const { problems, editions } = validated()
await endOn(problems)
const older = editions.slice(0, -1).map((edition) => edition.year)
if (!older.includes(year))
  refuse(
    `${year}年版不能单独生成`,
    older.length > 0
      ? `能单独生成的是已经发布的往年各版：${older.join('、')}；最新的一版由 npm run assemble 生成`
      : '只有一版时用 npm run build',
  )
const parts = resolve(projectRoot, told.to ?? 'parts')
const copy = () => copyEdition(store, year, editions, new Store(parts))
if (!copy()) {
  await endOn(await buildEdition(year))
  if (!copy()) refuse('生成时内容或数据改了，请再来一次')
}
console.log(`${year}年版在 ${told.to ?? 'parts'}/，由 npm run assemble 取用`)
