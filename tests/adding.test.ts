import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../src/roots.ts'
import { contentAt, fillContentFolder } from './contentFolder.ts'
import { shellEnvironment } from './shellEnvironment.ts'
import { writeNewEdition } from './writeNewEdition.ts'

const root = mkdtempSync(join(tmpdir(), 'adding-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Every block of code in docs/adding.md that says which file it is of. */
const blocks = [
  ...readFileSync(join(projectRoot, 'docs/adding.md'), 'utf8').matchAll(
    /^```(\w+) (\S+)\n([\s\S]*?)^```$/gm,
  ),
].map(([, language, file, text]) => ({ language, file, text }) as Record<string, string>)

/** A text with the added lines of a diff behind the lines they follow there; throws on a line that it does not have. */
function patched(text: string, diff: string): string {
  const lines = text.split('\n')
  let at = -1
  for (const line of diff.trimEnd().split('\n')) {
    if (line.startsWith('+')) lines.splice(++at, 0, line.slice(1))
    else at = lines.indexOf(line.slice(1))
    if (at < 0) throw new Error(`没有这一行：${line.slice(1)}`)
  }
  return lines.join('\n')
}

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: shellEnvironment({ CONTENT_ROOT: root, SITE_URL: 'https://example.org' }),
  })
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const written = blocks.filter(({ language }) => language === 'ts').map(({ file }) => file as string)

let built: ReturnType<typeof run>
beforeAll(() => {
  fillContentFolder(root)
  const kept = ['fonts', 'public', 'src', 'package.json', 'tsconfig.json']
  for (const name of [...kept, 'astro.config.mjs'])
    cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
  const begun = run('src/tools/newEdition.ts', '2026', '--sets', 'sessions,loop')
  if (begun.status !== 0) throw new Error(begun.stderr)
  rmSync(join(root, 'content/2026/learning.mdx'))
  for (const { language, file = '', text = '' } of blocks) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), language === 'diff' ? patched(read(file), text) : text)
  }
  writeNewEdition(contentAt(root), 2026)
  // Most numbers of the year before are gone.
  const indicators = JSON.parse(read('data/2026/indicators.json')).filter(
    ({ id }: { id: string }) =>
      /\.(?:sessions|loop-steps|service-firm-visits|towns|villages|qr-codes)$/.test(id),
  )
  const visits = indicators.find(({ id }: { id: string }) => /firm-visits/.test(id))
  const [figure] = JSON.parse(read('data/2026/figures.json'))
  Object.assign(visits, { value: 2, status: 'reported', source: figure.sources[0] })
  writeFileSync(join(root, 'data/2026/indicators.json'), JSON.stringify(indicators))
  built = run('src/tools/build.ts')
})

test('an edition with a chapter, a record set and a figure of its own, and without others, is built as the recipes say', () => {
  expect(built.stderr).toBe('')
  expect(built.status).toBe(0)
  const [figure = ''] =
    /<figure[\s\S]*<\/figure>/.exec(read('dist/2026/firm-visits/index.html')) ?? []
  expect(/data-figure="([^"]*)"/.exec(figure)?.[1]).toBe('firm-visits')
  expect(figure.includes('格数就是走访的次数')).toBe(true)
  expect(read('dist/2026/data/firm-visits.csv')).toContain('visit-1,2026-03-04,示例甲公司,3')
  expect(read('dist/2026/data/datapackage.json')).toContain('"name": "firm-visits"')
  expect(read('dist/2026/charts/firm-visits.csv')).toContain('示例乙公司')
  expect(read('dist/2026/charts/firm-visits.svg')).toContain('<svg')
  for (const absent of ['2026/learning', '2026/map', '2026/data/learning-visits.csv'])
    expect(existsSync(join(root, 'dist', absent)), absent).toBe(false)
  expect(read('dist/2026/firm-visits/index.html').includes('/2026/map/')).toBe(false)
  expect(existsSync(join(root, 'dist/2025/learning/index.html'))).toBe(true)
  expect(existsSync(join(root, 'dist/2025/data/firm-visits.csv'))).toBe(false)
})

test('a page is built as its recipe says, and every list of pages has it', () => {
  const page = read('dist/2026/sources/index.html')
  expect(/<h1>(.*?)<\/h1>/.exec(page)?.[1]).toBe('出处与许可')
  expect(/<nav class="places"[\s\S]*?<\/nav>/.exec(page)?.[0]).toContain('/2026/sources/')
  expect(read('dist/sitemap-0.xml')).toContain('https://example.org/2026/sources/')
  expect(read('dist/search/index.html').includes('/2026/sources/')).toBe(true)
  expect(existsSync(join(root, 'dist/share/2026-sources.png'))).toBe(true)
})

test('the code in the recipes is typed as the project is', () => {
  const file = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, root)
  const program = ts.createProgram(
    written.map((name) => join(root, name)),
    options,
  )
  const found = written.flatMap((name) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(join(root, name))),
  )
  expect(written).toHaveLength(2)
  expect(
    found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  ).toEqual([])
})
