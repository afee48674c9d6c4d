import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../../src/roots.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

const page = (body = '') =>
  `<!DOCTYPE html><html><head><meta http-equiv="content-security-policy" content="style-src 'self'"><link rel="icon" href="/favicon.svg"></head><body>${body}</body></html>`
const files = {
  'index.html': page(),
  '404.html': page(),
  '2025/index.html': page('<aside class="stamp" aria-label="戳记"> 示例数据 </aside>'),
  '2025/a.svg': '<svg></svg>',
  'stamp.css': '.stamp {}',
}

/** A folder that is deleted when the test ends. */
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function writeSite(folder: string) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

/** Runs the command in a project of its own; resolves to what it has printed when it ends, or serves. */
function preview(root: string, ...args: string[]): Promise<string> {
  // A variable that is set, even to nothing, would hide the setting of site.json.
  const { SITE_URL: _, BASE_PATH: __, TIANDITU_KEY: ___, ...env } = shellEnvironment({ PORT: '0' })
  const child = spawn(process.execPath, ['src/tools/preview.ts', ...args], { cwd: root, env })
  onTestFinished(() => void child.kill())
  let printed = ''
  return new Promise((resolve) => {
    child.once('exit', () => resolve(printed))
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        printed += text
        if (/本机打开：/.test(printed)) resolve(printed)
      })
  })
}

/** A project with the code, and a finished site. */
function copyProject(): string {
  const root = temporary()
  cpSync(join(projectRoot, 'src'), join(root, 'src'), { recursive: true })
  cpSync(join(projectRoot, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
  symlinkSync(join(projectRoot, 'fonts'), join(root, 'fonts'), 'junction')
  return root
}

test('it refuses what it could not show, and says what to do', async () => {
  const root = copyProject()
  expect(await preview(root)).toContain('还没有 dist/，先运行 npm run build')
  writeSite(join(root, 'dist'))
  expect(await preview(root, '--all')).toContain('不认识的写法：--all')
  writeFileSync(join(root, 'site.json'), '{ "BASE_PATH": "/lvzhi/" }')
  expect(await preview(root)).toContain('dist/ 不是照现在的子路径（/lvzhi/）生成的')
  writeFileSync(join(root, 'site.json'), '{ "PORT": "8080" }')
  expect(await preview(root)).toMatch(/^site\.json:1:11 发现文本“8080”；应为整数。/m)
})

test('without --lan only this machine is served, and nothing is stamped', async () => {
  const root = copyProject()
  writeSite(join(root, 'dist'))
  const printed = await preview(root)
  const url = /本机打开：(\S+)（/.exec(printed)?.[1] ?? ''
  expect(await (await fetch(url)).text()).toBe(files['index.html'])
  expect(printed).toContain('npm run preview -- --lan')
})

test('with --lan what is wrong is told, and nothing is served', async () => {
  const root = copyProject()
  writeSite(join(root, 'dist'))
  const printed = await preview(root, '--lan')
  expect(printed).toMatch(/没有任何一版的数据|没有连着局域网/)
  expect(printed).not.toContain('本机打开')
})
