import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { examplePages } from '../../src/records/examplePages.ts'
import { contentRoot, projectRoot } from '../../src/roots.ts'
import { openBuild, type ServedBuild } from '../services.ts'
import { shellEnvironment } from '../shellEnvironment.ts'
import { openSite } from './site.ts'

const stamped = '送审稿'
let site: Awaited<ReturnType<typeof openSite>>
let served: ServedBuild
let page: Page
const refused: string[] = []
beforeAll(async () => {
  site = await openSite()
  served = await openBuild('review')
  page = await site.browser.newPage()
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
})
afterAll(() => site?.close())

test.each(Object.entries(examplePages(contentRoot)))(
  'the page “%s” that is shown for review has its stamp in view, narrow, wide and on paper',
  async (_, path) => {
    await page.goto(`${served.url}${path}`)
    const stamp = page.locator('.stamp')
    for (const [width, media] of [
      [390, 'screen'],
      [1440, 'screen'],
      [1440, 'print'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ media })
      expect((await stamp.textContent())?.trim()).toBe(stamped)
      const box = await stamp.boundingBox()
      expect(box, `${width} ${media}`).not.toBeNull()
      const { x = -1, y = -1, width: wide = 0, height = 0 } = box ?? {}
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(x + wide).toBeLessThanOrEqual(width)
      expect(y + height).toBeLessThanOrEqual(800)
      expect(await stamp.evaluate((each) => getComputedStyle(each).borderStyle)).toBe('double')
    }
    await page.emulateMedia({ media: null })
    expect(refused).toEqual([])
  },
)

test('titles, pictures and downloads of a site for review are stamped too, and no search engine takes its pages', async () => {
  const year = Object.values(examplePages(contentRoot))
    .map((path) => /^\d{4}/.exec(path)?.[0])
    .find(Boolean)
  const read = (file: string) => readFileSync(join(served.folder, file), 'utf8')
  expect(read(`${year}/index.html`)).toMatch(new RegExp(`<title>[^<]*（${stamped}）</title>`))
  expect(read(`${year}/index.html`)).toContain('<meta name="robots" content="none">')
  for (const file of ['charts/sessions.svg', 'data/indicators.csv', 'data/datapackage.json'])
    expect(read(`${year}/${file}`), file).toContain(stamped)
})

const addresses = Object.values(networkInterfaces())
  .flatMap((all = []) => all)
  .filter(({ family, internal }) => family === 'IPv4' && !internal)

test.runIf(addresses.length > 0)(
  'with --lan every address of the network is printed, and answers stamped pages',
  async () => {
    const child = spawn(process.execPath, ['src/tools/preview.ts', '--lan'], {
      cwd: projectRoot,
      env: shellEnvironment({ PORT: '0' }),
    })
    onTestFinished(() => void child.kill())
    const printed = await new Promise<string>((resolve) => {
      let said = ''
      const ended = () => resolve(said)
      child.once('exit', ended)
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text) => {
          said += text
          if (said.includes('本机打开：')) ended()
        })
    })
    for (const { address } of addresses) {
      const url = new RegExp(`http://${address}:\\d+/`).exec(printed)?.[0] ?? printed
      expect(await (await fetch(url)).text()).toContain(stamped)
    }
  },
)
