import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'
import { newEdition } from '../../src/tools/newEdition.ts'
import { validate } from '../../src/validation/validate.ts'
import { openSite } from '../browser/site.ts'
import { fillContentFolder } from '../contentFolder.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

// A project of its own, because another build would write into the same Astro folder.
const root = join(projectRoot, '.build/tests/dev')
const chapter = 'content/2025/supervision.mdx'
const indicators = 'data/2025/indicators.json'
const patient = { timeout: 30_000 }

function copyProject() {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  symlinkSync(join(projectRoot, 'fonts'), join(root, 'fonts'), 'junction')
  return fillContentFolder(root)
}

/** The result of the check for the present copy. */
const check = () => validate(root).problems.map(formatProblem)

let content: ReturnType<typeof copyProject>
let site: Awaited<ReturnType<typeof openSite>>
let page: Page
let server: ChildProcess
let printed = ''
let url = ''
const other = createServer()

const listed = () => page.locator('main li').allTextContents()
const body = () => page.locator('main').textContent()

beforeAll(async () => {
  content = copyProject()
  site = await openSite()
  page = await site.browser.newPage()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  content.edit(chapter, '\n## ', '\n共办理58件。\n\n## ')
  server = spawn(process.execPath, ['src/tools/dev.ts'], {
    cwd: root,
    env: shellEnvironment({ PORT: String((other.address() as AddressInfo).port) }),
  })
  url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error(printed)))
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (text) => {
        printed += text
        const started = /边写边看：(\S+)（/.exec(printed)?.[1]
        if (started) resolve(started)
      })
  })
})
afterAll(async () => {
  other.close()
  await site?.close()
  if (server?.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill()
    await ended
  }
  rmSync(root, { recursive: true, force: true })
})

test('it starts although there is a problem, and answers the list at every address', async () => {
  const problems = check()
  expect(problems).toHaveLength(1)
  for (const path of ['', '2025/supervision/', '2025/map/', '2025/charts/loop.svg', 'no/']) {
    const answer = await fetch(`${url}${path}`)
    expect(answer.status, path).toBe(500)
    expect(await answer.text(), path).toContain('发现 1 个问题')
  }
  expect(printed).toContain(problems[0])
})

test('where the port is taken it says which one it takes instead', () => {
  const { port } = other.address() as AddressInfo
  expect(printed).toContain(`端口 ${port} 已有别的程序在用，改用 ${new URL(url).port}`)
})

test('the first repair brings the page, with nothing asked of the reader', async () => {
  await page.goto(`${url}2025/supervision/`, patient)
  await expect.poll(listed, patient).toEqual(check())
  content.edit(chapter, '共办理58件。\n\n', '')
  await expect.poll(body, patient).toContain('众多市场主体的心声')
})

test.each([
  ['a bare number', chapter, '\n## ', '\n共办理58件。\n\n## '],
  ['a value that its phrase does not bear out', indicators, '"value": 46,', '"value": 47,'],
  ['a missing comma', indicators, '"value": 46,', '"value": 46'],
  ['a fullwidth comma', indicators, '"value": 46,', '"value": 46，'],
  ['an unclosed component', chapter, '.members" />', '.members">'],
  ['curly quotes around an attribute', chapter, '"supervision.members"', '“supervision.members”'],
  ['a bare <', chapter, '是企业发展', '<是企业发展'],
  ['an expression', chapter, '这番感言', '{注意}这番感言'],
  ['an id that is not there', chapter, '"supervision.members"', '"supervision.membres"'],
])(
  '%s is listed in the open page, which comes back once it is mended',
  async (_, file, from, to) => {
    const before = content.read(file)
    const readyState = () =>
      page.evaluate(() => {
        scrollTo(0, 600)
        return document.readyState
      })
    await expect.poll(readyState, patient).toBe('complete')
    content.edit(file, from, to)
    const problems = check()
    expect(problems.length).toBeGreaterThan(0)
    await expect.poll(listed, patient).toEqual(problems)
    expect(await page.title()).toBe(`发现 ${problems.length} 个问题`)
    content.write(file, before)
    await expect.poll(body, patient).toContain('众多市场主体的心声')
    await expect.poll(() => page.evaluate(() => scrollY), patient).toBe(600)
  },
)

test('the list follows every save', async () => {
  content.edit(chapter, '\n## ', '\n共办理58件。\n\n## ')
  await expect.poll(listed, patient).toHaveLength(1)
  content.edit(indicators, '"value": 46,', '"value": 46')
  const problems = check()
  expect(problems.length).toBeGreaterThan(1)
  await expect.poll(listed, patient).toEqual(problems)
  content.edit(indicators, '"value": 46', '"value": 46,')
  await expect.poll(listed, patient).toHaveLength(1)
})

test('a repair shows what prose and data say now, not what they said before', async () => {
  content.edit(chapter, '共办理58件。', '这一段是后来写的。')
  await expect.poll(body, patient).toContain('这一段是后来写的。')
  content.edit(chapter, '众多市场主体的心声', '改过的小标题')
  await expect.poll(body, patient).toContain('改过的小标题')
  content.edit(chapter, '监督优环境', '改过的副题')
  await expect.poll(body, patient).toContain('改过的副题')
  const definition = /"id": "supervision\.members"[\s\S]*?"definition": "/.exec(
    content.read(indicators),
  )?.[0] as string
  content.edit(indicators, definition, `${definition}改过的定义，`)
  await expect.poll(body, patient).toContain('改过的定义，')
})

/** Whether the page has been loaded again since it was marked. */
const isLoadedAgain = () => page.evaluate(() => !('isMarked' in globalThis))
const mark = () => page.evaluate(() => Object.assign(globalThis, { isMarked: true }))

test('what a save has changed is shown in the page as it stands, fetched once', async () => {
  await mark()
  let fetches = 0
  const count = (request: { url(): string }) => {
    if (request.url() === page.url()) fetches++
  }
  page.on('request', count)
  content.edit(chapter, '这一段是后来写的。', '这一段又改过了。')
  await expect.poll(body, patient).toContain('这一段又改过了。')
  // Only after a second save is it known that nothing more was fetched for the first.
  content.edit(indicators, '改过的定义，', '又改过的定义，')
  await expect.poll(body, patient).toContain('又改过的定义，')
  page.off('request', count)
  expect(fetches).toBe(2)
  expect(await isLoadedAgain()).toBe(false)
  // The elements of the new text have started themselves.
  await page.locator('main read-marks path.at').first().waitFor({ state: 'attached' })
})

test('a save that changes more than the text loads the page again', async () => {
  await mark()
  content.edit(chapter, 'navTitle: 民主监督', 'navTitle: 监督')
  const inHeader = () => page.locator('body > header a[aria-current]').first().textContent()
  await expect.poll(inHeader, patient).toContain('监督')
  await expect.poll(isLoadedAgain, patient).toBe(true)
  content.edit(chapter, 'navTitle: 监督', 'navTitle: 民主监督')
  await expect.poll(inHeader, patient).toContain('民主监督')
})

test('notices stand in a strip at the foot of the page, and leave with their cause', async () => {
  const strip = page.locator('[data-notices]')
  expect(await strip.count()).toBe(0)
  content.edit('data/2025/figures.json', '"consultation.sessions": 1', '"consultation.sessions": 2')
  const notices = validate(root).notices.map(formatProblem)
  expect(notices).toHaveLength(1)
  await expect.poll(() => strip.locator('p').allTextContents(), patient).toEqual(notices)
  expect(await strip.locator('summary').textContent()).toBe('1 条提醒')
  await expect.poll(() => printed).toContain(`提醒 ${notices[0]}`)
  content.edit('data/2025/figures.json', '"consultation.sessions": 2', '"consultation.sessions": 1')
  await expect.poll(() => strip.count(), patient).toBe(0)
  await expect.poll(body, patient).toContain('改过的定义，')
})

test('a draft that is begun while it runs has its pages, each with a ribbon, and the cover stays what it was', async () => {
  const made = newEdition(root, '2026')
  if ('refused' in made) throw new Error(made.refused)
  for (const [file, text] of made.files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    content.write(file, text)
  }
  const textOf = async (path: string) => (await fetch(`${url}${path}`)).text()
  const ribbon = '<aside class="stamp" aria-label="戳记">草稿，未发布</aside>'
  // Records are handled before chapters, so for a moment the cover exists and a chapter does not.
  await expect.poll(() => textOf('2026/'), patient).toContain(ribbon)
  for (const path of ['learning/', 'charts/', 'map/', 'data/'])
    await expect.poll(() => textOf(`2026/${path}`), { ...patient, message: path }).toContain(ribbon)
  expect(await textOf('')).toContain('2025年版')
  expect(await textOf('')).not.toContain('草稿，未发布')
  expect(await textOf('2025/learning/')).not.toContain('2026')
})

test('the terminal has said every list once, in the words of the check and no other', () => {
  const lines = printed.trim().split('\n')
  expect(lines.filter((line) => line.includes('supervision.membres'))).toHaveLength(1)
  const others = lines.filter(
    (line) =>
      !/^(?:提醒 )?(?:content|data)\/\S+:\d+:\d+ 发现/.test(line) &&
      !/^(?:发现 \d+ 个问题|数据与内容检查通过|端口 .*|边写边看：.*)$/.test(line),
  )
  expect(others).toEqual([])
})

test('nothing of it is in a built site', () => {
  const dist = join(projectRoot, 'dist')
  const texts = filesBelow(dist).filter((file) => /\.(?:html|js)$/.test(file))
  expect(texts.length).toBeGreaterThan(0)
  for (const file of texts)
    expect(readFileSync(join(dist, file), 'utf8'), file).not.toMatch(
      /data-notices|条提醒|lvzhi\.dev/,
    )
})
