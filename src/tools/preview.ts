import { existsSync, readFileSync, statSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { serve } from '../machine/serve.ts'
import { projectRoot } from '../roots.ts'
import { currentPort, currentSettings } from '../validation/settings.ts'
import { printProblems } from '../validation/validate.ts'
import { build, endOn } from './build.ts'
import { readArguments, refuse } from './commandArguments.ts'

const { told, files } = readArguments({ lan: 'flag' })
if (files.length > 0) refuse(`不认识“${files.join(' ')}”；只有 --lan，写在 -- 后面`)
const { port: asked, problems: refused } = currentPort()
const { base, problems: unread } = currentSettings()
if (refused.length + unread.length > 0) {
  printProblems([...refused, ...unread])
  process.exit(1)
}

const addresses = Object.entries(networkInterfaces()).flatMap(([name, all = []]) =>
  all
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map((each) => ({ name, ...each })),
)
if (told.lan && addresses.length === 0)
  refuse('这台机器没有连着局域网，别人打不开；先连上，或不加 --lan 只在本机看')

/** The finished site, for this machine alone; ends the command if there is none for the present settings. */
function finished(): string {
  const dist = join(projectRoot, 'dist')
  const home = join(dist, 'index.html')
  if (!existsSync(home)) refuse('还没有 dist/，先运行 npm run build')
  if (!readFileSync(home, 'utf8').includes(`href="${base}favicon.svg"`))
    refuse(`dist/ 不是照现在的子路径（${base}）生成的，先运行 npm run build`)
  const made = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'short' })
  console.log(`dist/ 是 ${made.format(statSync(home).mtime)} 生成的；以后改过的，先 npm run build`)
  return dist
}

/** A stamped site of what is written now, for others to look through. */
async function toReview(): Promise<string> {
  console.log('生成给人看的一份……')
  process.env.PREVIEW = '1'
  const site = join(projectRoot, '.build/review')
  await endOn(await build(site))
  return site
}

try {
  const site = told.lan ? await toReview() : finished()
  const { url } = await serve(site, { port: asked, base, ...(told.lan && { host: '0.0.0.0' }) })
  if (told.lan) {
    console.log('每页、每个下载都盖着“送审稿”，同一局域网里的人打开：')
    for (const { name, address } of addresses)
      console.log(`  ${url.replace('127.0.0.1', address)}（${name}）`)
  } else {
    // Without `--` npm reads --lan as --long and --all, options of its own, and tells nobody.
    console.log('要给同一局域网里的人看，用 npm run preview -- --lan')
  }
  console.log(`本机打开：${url}（Ctrl+C 停止）`)
} catch (error) {
  refuse(String(error instanceof Error ? error.message : error))
}
