// Runs on the reader's own Node (20 or newer), before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const installed = `${root}node_modules/.package-lock.json`
const lock = `${root}package-lock.json`

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('正在安装依赖（npm ci）……')
  const npm = process.env.npm_execpath
  const result = npm
    ? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: true })
  if (result.status !== 0) {
    console.error('依赖没有装成。请检查网络后重试：npm ci')
    process.exit(result.status ?? 1)
  }
}

const [major, minor] = process.versions.node.split('.').map(Number)
const ownNode = ['node', 'node.exe', 'node.cmd'].some((name) =>
  existsSync(`${root}node_modules/.bin/${name}`),
)
if (!ownNode && (major < 22 || (major === 22 && minor < 18))) {
  console.error(
    `这台机器没有随锁文件装上 Node（${process.platform} ${process.arch}），请自行安装 Node 22.18 或更新的版本；现在是 ${process.version}。`,
  )
  process.exit(1)
}
