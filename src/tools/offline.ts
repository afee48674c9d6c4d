import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { writeOffline } from '../offline/writeOffline.ts'
import { projectRoot } from '../roots.ts'
import { readArguments, refuse } from './commandArguments.ts'

/** `npm run offline`: turns dist/ into offline/lvzhi-offline-<version>.zip. */
const { told } = readArguments({ dist: 'text', version: 'text' })
const site = join(projectRoot, told.dist ?? 'dist')
if (!existsSync(join(site, 'index.html'))) refuse('还没有 dist/：先运行 npm run build')
const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
const { file, size, unpacked } = await writeOffline(
  site,
  join(projectRoot, 'offline'),
  told.version ?? version,
)
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
console.log(
  `已写好 ${relative(process.cwd(), file)}：${megabytes(size)}，解压后 ${megabytes(unpacked)}`,
)
