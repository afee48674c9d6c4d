import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as pagefind from 'pagefind'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TrueSection, writeArchiveSite } from '../../src/bench/archiveSite.ts'
import { serve } from '../../src/machine/serve.ts'
import type { Program } from '../../src/search/build/archive.ts'
import { askInTurn } from './askSearch.ts'
import { openSite } from './site.ts'

/** Folders of other versions of the package `pagefind`, parted by colons, to try beside the one installed. */
const others = (process.env.PAGEFIND_OTHERS ?? '').split(':').filter(existsSync)
const versions: [string, Program][] = [['installed', pagefind]]
for (const folder of others)
  versions.push([folder, await import(pathToFileURL(join(folder, 'lib/index.js')).href)])

let browser: Browser
let close: () => Promise<void>
beforeAll(async () => {
  const site = await openSite()
  browser = site.browser
  close = site.close
})
afterAll(() => close())

describe.each(versions)('with Pagefind %s', (version, program) => {
  let sections: TrueSection[]
  let server: Awaited<ReturnType<typeof serve>>
  let folder: string
  beforeAll(async () => {
    const name = `archive-${versions.findIndex(([one]) => one === version)}`
    const size = { pages: 4, length: 800, sections: 4 }
    const made = await writeArchiveSite(name, 3, size, program)
    sections = made.sections
    folder = made.folder
    server = await serve(folder)
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  test('earlier editions are asked where the newest has nothing, and answer exactly', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}search/`)
    const newest = Math.max(...sections.map(({ year }) => year))
    const old = sections.filter(({ year }) => year < newest)
    const own = sections.filter(({ year }) => year === newest)
    const queries = old.flatMap(({ text }, at) => {
      const piece = text.slice(10 + at, 14 + at)
      const isOnlyOld = !/[ “”"]/.test(piece) && /[\p{L}\p{N}]/u.test(piece)
      return isOnlyOld && !own.some((one) => one.text.includes(piece)) ? [piece] : []
    })
    expect(queries.length).toBeGreaterThan(10)
    for (const query of queries) {
      await askInTurn(page, [query])
      // What is near it in the newest edition stands first.
      const way = page.getByRole('button', { name: '在往年各版里找' })
      if (await way.isVisible()) await way.click()
      await page.waitForSelector('[data-state=done] [data-kind=archive]')
      const expected = old.filter(({ text }) => text.includes(query)).map(({ url }) => url)
      const links = await page
        .locator('[data-kind=archive] a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname))
      expect(links.toSorted(), query).toEqual(expected.toSorted())
    }
    await page.close()
  })

  test('what the newest edition answers too is asked of earlier ones on request, and nothing of Pagefind before', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${server.url}search/`)
    await askInTurn(page, ['余个'])
    expect(asked.filter((path) => path.includes('/pagefind/'))).toEqual([])
    await page.getByRole('button', { name: '在往年各版里找' }).click()
    await page.waitForSelector('[data-state=done] [data-kind=archive]')
    expect(await page.locator('.group').textContent()).toBe('往年各版')
    for (const said of await page.locator('[data-kind=archive] .excerpt').allTextContents())
      expect(said).toContain('余个')
    await page.getByRole('button', { name: '显示更多' }).click()
    await expect.poll(() => page.locator('[data-kind=archive]').count()).toBeGreaterThan(8)
    await page.close()
  })

  test('when its program cannot be had, the page says so and tries again on request', async () => {
    const page = await browser.newPage()
    await page.route('**/pagefind/pagefind.js', (route) => route.abort())
    await page.goto(`${server.url}search/?q=${encodeURIComponent('龘龘')}`)
    await page.waitForSelector('[data-search-results][data-state=error]')
    await page.unroute('**/pagefind/pagefind.js')
    await page.getByRole('button', { name: '重试' }).click()
    await page.waitForSelector('[data-search-results][data-state=done]')
    expect(await page.locator('[role=status]').textContent()).toBe('往年各版里也没有找到。')
    await page.close()
  })
})
