import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serve } from '../../src/machine/serve.ts'
import { projectRoot } from '../../src/roots.ts'
import { reviewStamp, stampForReview } from '../../src/tools/reviewStamp.ts'
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

test('every page that is served for review is stamped, and nothing else is changed', async () => {
  const folder = temporary()
  writeSite(folder)
  writeFileSync(`${folder}.html`, '不该发的')
  onTestFinished(() => rmSync(`${folder}.html`))
  const served = await serve(folder, { rewrite: (html) => stampForReview(html, '/') })
  onTestFinished(() => served.close())
  const ask = async (path: string) => (await fetch(`${served.url}${path}`)).text()
  for (const path of ['', 'index.html', '2025/', 'none/']) {
    const html = await ask(path)
    expect(html.match(/<aside class="stamp"/g), path).toHaveLength(1)
    expect(html, path).toContain(reviewStamp)
    expect(html, path).toContain(`content="style-src 'self'"`)
    expect(html, path).not.toMatch(/<style|style=/)
  }
  expect(await ask('2025/')).toMatch(new RegExp(`${reviewStamp}　示例数据`))
  expect(await ask('')).toContain('<link rel="stylesheet" href="/stamp.css">')
  expect(await ask('2025/a.svg')).toBe(files['2025/a.svg'])
  expect(await ask(`..%2f${basename(folder)}.html`)).not.toContain('不该发的')
  for (const [file, text] of Object.entries(files))
    expect(readFileSync(join(folder, file), 'utf8'), file).toBe(text)
})

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
  expect(printed).not.toContain(reviewStamp)
})

const addresses = Object.values(networkInterfaces())
  .flatMap((all = []) => all)
  .filter(({ family, internal }) => family === 'IPv4' && !internal)

test.runIf(addresses.length > 0)(
  'with --lan every address of the network is printed, and answers stamped pages',
  async () => {
    const root = copyProject()
    writeSite(join(root, 'dist'))
    const printed = await preview(root, '--lan')
    for (const { address } of addresses) {
      const url = new RegExp(`http://${address}:\\d+/`).exec(printed)?.[0] ?? ''
      expect(await (await fetch(url)).text()).toContain(reviewStamp)
    }
  },
)
