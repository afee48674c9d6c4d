import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { writeOffline } from '../offline/writeOffline.ts'
import { projectRoot } from '../roots.ts'
import { readArguments, refuse } from './commandArguments.ts'

/** `npm run offline`: turns dist/ into offline/lvzhi-offline-<version>.zip. */
const { told } = readArguments({ dist: 'text' })
const site = resolve(projectRoot, told.dist ?? 'dist')
if (!existsSync(join(site, 'index.html')))
  refuse(`没有生成好的网站 ${relative(process.cwd(), site)}：先运行 npm run build`)
const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
try {
  const { file, size, unpacked } = await writeOffline(site, join(projectRoot, 'offline'), version)
  const name = relative(process.cwd(), file)
  console.log(`已写好 ${name}：${megabytes(size)}，解压后 ${megabytes(unpacked)}`)
} catch (error) {
  refuse(`没有写成离线副本：${(error as Error).message}`)
}
