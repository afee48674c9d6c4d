import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import sharp from 'sharp'
import { findChart } from '../charts/registry.ts'
import { ensureChromium } from '../machine/findChromium.ts'
import { serve } from '../machine/serve.ts'
import { loadEditions } from '../records/readRegisters.ts'
import { listPublished } from '../records/registers.ts'
import { projectRoot } from '../roots.ts'
import type { Edition } from '../sets/edition.ts'
import { earlierSite } from './earlierSite.ts'
import { type Earlier, figureDocs, shownWidths } from './figureDocs.ts'
import { drawMarkDocs } from './markDocs.ts'

const folder = join(projectRoot, 'docs/images/figures')
const earlierFolder = join(folder, 'before')
const earlierList = join(earlierFolder, 'figures.json')
const completeRoot = join(projectRoot, 'tests/fixtures/complete')
const maxPictureBytes = 90_000

const { values } = parseArgs({ options: { before: { type: 'string' } } })

function editionOf(root: string): Edition {
  const edition = loadEditions(root, listPublished(root)).at(-1)?.edition
  if (!edition) throw new Error(`${root} 的数据有错，先运行 npm run build`)
  return edition
}

/** Takes a picture of one figure on a built site, with few colours to keep the file small. */
async function shoot(browser: Browser, url: string, width: number, file: string): Promise<void> {
  const viewport = { width, height: 900 }
  const page = await browser.newPage({ bypassCSP: true, colorScheme: 'light', viewport })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.addStyleTag({ content: '.evidence{display:none}' })
  const shot = await page.locator('figure').screenshot()
  await page.close()
  const picture = await sharp(shot).png({ palette: true, colours: 32 }).toBuffer()
  if (picture.length > maxPictureBytes) throw new Error(`${file} 有 ${picture.length} 字节`)
  writeFileSync(file, picture)
}

/** Takes pictures of figures on a built site, one for each width, named by id and suffix. */
async function shootAll(
  browser: Browser,
  site: string,
  { year, figures }: { year: number; figures: readonly { id: string }[] },
  widths: Record<string, number>,
  into: string,
): Promise<void> {
  const server = await serve(site)
  for (const { id } of figures)
    for (const [suffix, width] of Object.entries(widths)) {
      const url = `${server.url}${year}/charts/${id}/embed/`
      await shoot(browser, url, width, join(into, `${id}-${suffix}.png`))
    }
  await server.close()
}

/** Builds a content root with the present code, calls `look` with the site, and deletes it. */
async function withSite(root: string, look: (site: string) => Promise<void>): Promise<void> {
  const site = join(projectRoot, '.build/figures')
  const { status } = spawnSync(process.execPath, ['src/tools/build.ts', '--dist', site], {
    cwd: projectRoot,
    env: { ...process.env, CONTENT_ROOT: root, SITE_URL: '', BASE_PATH: '/' },
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
  await look(site)
  rmSync(site, { recursive: true, force: true })
}

/** Takes pictures of the figures as a commit drew them. */
async function pictureEarlier(browser: Browser, commit: string): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'figures-before-'))
  const earlier = earlierSite(commit, place)
  try {
    const { hash, year, figures, site } = earlier.build()
    rmSync(earlierFolder, { recursive: true, force: true })
    mkdirSync(earlierFolder, { recursive: true })
    await shootAll(browser, site, { year, figures }, shownWidths, earlierFolder)
    const list: Earlier = { commit: hash, figures }
    writeFileSync(earlierList, `${JSON.stringify(list, null, 2)}\n`)
  } finally {
    earlier.remove()
    rmSync(place, { recursive: true, force: true })
  }
}

function readEarlier(): Earlier | undefined {
  try {
    return JSON.parse(readFileSync(earlierList, 'utf8'))
  } catch {
    return undefined
  }
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
if (values.before) await pictureEarlier(browser, values.before)
for (const file of readdirSync(folder)) if (file.endsWith('.png')) rmSync(join(folder, file))
const now = editionOf(projectRoot)
const complete = editionOf(completeRoot)
await withSite(projectRoot, (site) => shootAll(browser, site, now, shownWidths, folder))
await withSite(completeRoot, (site) =>
  shootAll(browser, site, complete, { complete: 1000 }, folder),
)
await browser.close()

const reading = (edition: Edition) =>
  edition.figures.map(({ id, topic }) => ({ id, topic, reading: findChart(id).reading(edition) }))
const docs = join(projectRoot, 'docs')
const shown = figureDocs(reading(now), reading(complete), readEarlier())
writeFileSync(join(docs, 'figures.md'), `${shown}\n${await drawMarkDocs(docs)}\n`)
console.log('已写出 docs/figures.md 与 docs/images/figures/')
process.exit(0)
