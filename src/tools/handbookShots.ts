import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { ensureChromium } from '../machine/findChromium.ts'
import { serve } from '../machine/serve.ts'
import { newestEdition } from '../records/newestEdition.ts'
import { contentRoot, projectRoot } from '../roots.ts'

/**
 * `npm run docs:handbook`: does what docs/handbook.md tells with the fictional edition, and takes its pictures. It needs
 * LibreOffice and pdftoppm beside the browser.
 */
const pictures = join(projectRoot, 'docs/images/handbook')
const workshop = join(projectRoot, '.build/handbook')
/** A copy of the fictional edition, and one of the own content, for the pictures in which no number is shown. */
const example = join(workshop, 'example')
const own = join(workshop, 'own')
const site = join(workshop, 'site')
const mostBytes = 90_000

rmSync(workshop, { recursive: true, force: true })
for (const folder of [workshop, pictures]) mkdirSync(folder, { recursive: true })
cpSync(join(projectRoot, 'tests/fixtures/complete'), example, { recursive: true })
for (const kind of ['content', 'data'])
  cpSync(join(contentRoot, kind), join(own, kind), { recursive: true })

const environment = (root: string) => ({
  ...process.env,
  CONTENT_ROOT: root,
  SITE_URL: '',
  BASE_PATH: '/',
  PORT: '4399',
})
const command = (name: string, ...told: string[]) => [`src/tools/${name}.ts`, ...told]

/** Runs a command to its end and returns what it prints; throws with its words when it fails. */
function run(program: string, told: string[], root = example): string {
  const { status, stdout, stderr } = spawnSync(program, told, {
    cwd: projectRoot,
    env: environment(root),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${told.join(' ')}\n${stdout}${stderr}`)
  return stdout
}
const runCommand = (root: string, name: string, ...told: string[]) =>
  run(process.execPath, command(name, ...told), root)

/** Starts a command that goes on; resolves once it names an address on this machine. */
async function start(
  root: string,
  name: string,
  ...told: string[]
): Promise<{ running: ChildProcess; url: string }> {
  const running = spawn(process.execPath, command(name, ...told), {
    cwd: projectRoot,
    env: environment(root),
  })
  let said = ''
  for (const stream of [running.stdout, running.stderr])
    stream?.on('data', (bytes) => {
      said += bytes
    })
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
    if (url) return { running, url }
    if (running.exitCode !== null) throw new Error(said)
    await sleep(100)
  }
}

async function keep(picture: Buffer, name: string): Promise<void> {
  const small = await sharp(picture).png({ palette: true, colours: 64 }).toBuffer()
  if (small.length > mostBytes) throw new Error(`${name}.png 有 ${small.length} 字节`)
  writeFileSync(join(pictures, `${name}.png`), small)
}

const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')))

const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })

/** Opens an address in a window, does something there and photographs a part of it, or the window. */
async function photograph(
  name: string,
  url: string,
  {
    part,
    act,
    height = 640,
    width = 820,
  }: { part?: string; act?(page: Page): Promise<unknown>; height?: number; width?: number } = {},
): Promise<void> {
  const page = await browser.newPage({ colorScheme: 'light', viewport: { width, height } })
  await page.goto(url, { waitUntil: 'networkidle' })
  await act?.(page)
  await keep(await (part ? page.locator(part).first() : page).screenshot(), name)
  await page.close()
}

/** The upper left of the sheet of a workbook that has a column, as LibreOffice prints it. */
async function printSheet(workbook: string, column: string, name: string): Promise<void> {
  const whole = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'
  run('soffice', ['--headless', '--convert-to', whole, '--outdir', workshop, workbook])
  const pdf = workbook.replace(/\.xlsx$/, '.pdf')
  const pages = run('pdftotext', [pdf, '-']).split('\f')
  const sheet = String(
    1 + pages.findIndex((page) => page.includes(column) && !page.includes('工作簿')),
  )
  const place = join(workshop, name)
  run('pdftoppm', ['-r', '110', '-png', '-f', sheet, '-l', sheet, '-singlefile', pdf, place])
  const { width, height } = await sharp(`${place}.png`).metadata()
  const area = { left: 0, top: 0, width: Math.min(width, 1100), height: Math.min(height, 380) }
  await keep(await sharp(`${place}.png`).extract(area).toBuffer(), name)
}

const { year, chapters } = newestEdition(example)

/** The page of a chapter of the built site that has something. */
const pageWith = (mark: string): string => {
  const found = chapters.find((chapter) =>
    readFileSync(join(site, String(year), chapter, 'index.html'), 'utf8').includes(mark),
  )
  if (!found) throw new Error(`没有一章有 ${mark}`)
  return `${year}/${found}/`
}

// The footer, as a publisher who states everything has it; none of it is anyone's.
edit(join(example, 'data/publisher.json'), (text) =>
  JSON.stringify({
    ...JSON.parse(text),
    organizer: '示例区示例委员会',
    contact: '示例电话',
    publishedAt: `${year}-12-01 09:00`,
    icp: '示例ICP备00000000号',
  }),
)
runCommand(example, 'build', '--dist', site)
const built = await serve(site)
const open = (path: string) => built.url + path
await photograph('footer', open('about/'), { part: 'body > footer', width: 1200 })
await photograph('photo', open(pageWith('<figure class="photo')), {
  part: 'figure.photo',
  height: 900,
})
await photograph('correction', open(pageWith('data-corrected="')), {
  act: (page) => page.locator('main [data-corrected]').first().click(),
})
await built.close()

runCommand(example, 'dataExport', join(workshop, 'workbook.xlsx'))
await printSheet(join(workshop, 'workbook.xlsx'), '议题', 'workbook')
await printSheet(join(workshop, 'workbook.xlsx'), '经度', 'roster')

// What nobody has made public is shown of the true edition: the fictional one tells everything.
const { year: ownYear, chapters: ownChapters, say } = newestEdition(own)
const ownSite = await serve(join(projectRoot, 'dist'))
await photograph('undisclosed', `${ownSite.url}${ownYear}/${say}/`, {
  part: 'details:has(.gap-list)',
  act: (page) =>
    page.locator('details:has(.gap-list)').evaluate((gaps) => gaps.setAttribute('open', '')),
})
await ownSite.close()

const review = await start(own, 'preview', '--lan')
await photograph('review', review.url)
review.running.kill()

runCommand(own, 'newEdition', String(ownYear + 1))
const dev = await start(own, 'dev')
await photograph('draft', `${dev.url}${ownYear + 1}/`)
edit(
  join(own, 'content', String(ownYear), `${ownChapters[0]}.mdx`),
  (text) => `${text}\n共办理58件，推动“提、办、评、改。\n`,
)
await sleep(2000)
await photograph('problems', `${dev.url}${ownYear}/`, { height: 420 })
dev.running.kill()
await browser.close()
rmSync(workshop, { recursive: true, force: true })
console.log('已写出 docs/images/handbook/')
process.exit(0)
