import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { keptEdition } from '../publish/keptSite.ts'
import { validated } from '../publish/validated.ts'
import { projectRoot } from '../roots.ts'
import { useStore } from '../store/buildStore.ts'
import { build, endOn, preparePrinting } from './build.ts'
import { readArguments, refuse } from './commandArguments.ts'

const { told, files } = readArguments({ report: 'flag', dist: 'text' })
const folders = files.length > 0 ? files : ['parts']
const isFolder = (folder: string) =>
  statSync(resolve(projectRoot, folder), { throwIfNoEntry: false })?.isDirectory()
const missing = folders.filter((folder) => !isFolder(folder))
if (missing.length > 0)
  refuse(
    ...missing.map((folder) => `没有文件夹 ${folder}`),
    '先在各处用 npm run edition:build <年> 生成往年各版，把得到的文件夹放到这里',
  )
if (told.report) await preparePrinting()
const store = useStore()
for (const folder of folders) store.adopt(resolve(projectRoot, folder))
const { problems, editions } = validated()
await endOn(problems)
const older = editions.slice(0, -1).map(({ year }) => year)
const taken = older.filter((year) => keptEdition(store, year, editions))
await endOn(
  await build(resolve(projectRoot, told.dist ?? 'dist'), { report: told.report !== undefined }),
)
const built = older.filter((year) => !taken.includes(year))
if (taken.length > 0) console.log(`取用已生成的：${taken.join('、')}年版`)
if (built.length > 0)
  console.log(
    `在这里生成的：${built.join('、')}年版；没有它们的网页，或者生成时的程序、内容与这里不同`,
  )
console.log(`已合成 ${told.dist ?? 'dist'}/`)
