import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as pagefind from 'pagefind'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { serve } from '../../src/machine/serve.ts'
import { type Program, writePagefind } from '../../src/search/build/pagefindIndex.ts'
import { readPage } from '../../src/search/build/readPage.ts'
import { builtPages } from '../site/builtPages.ts'
import { openSite } from './site.ts'

/** Folders of other versions of the package `pagefind`, parted by colons, to try beside the one installed. */
const others = (process.env.PAGEFIND_OTHERS ?? '').split(':').filter(existsSync)
const versions: [string, Program][] = [['installed', pagefind]]
for (const folder of others)
  versions.push([folder, await import(pathToFileURL(join(folder, 'lib/index.js')).href)])

const pages = builtPages.flatMap(({ file, html }) => readPage(parsePage(file, html))?.page ?? [])
let browser: Browser
let close: () => Promise<void>
beforeAll(async () => {
  const site = await openSite()
  browser = site.browser
  close = site.close
})
afterAll(() => close())

// In words, since Vitest would rewrite the import.
const ask = `Promise.all(['提案', '协商', '民主监督'].map(async (query) => {
  const program = await import(location.href + 'pagefind/pagefind.js')
  const { results } = await program.search(query)
  return { query, results: await Promise.all(results.map((result) => result.data())) }
}))`

/** What is said, without marks and spaces. */
const bare = (text: string) => text.replace(/<\/?mark>|[\s\u200B]/g, '').replaceAll('&amp;', '&')

interface Found {
  query: string
  results: { url: string; excerpt: string; meta: Record<string, string> }[]
}

test.each(versions)(
  'another site finds the sections that have a word, by Pagefind %s’s own program, and can read them',
  async (_, program) => {
    const folder = mkdtempSync(join(tmpdir(), 'pagefind-'))
    for (const name of ['index.html', '404.html'])
      writeFileSync(join(folder, name), '<!doctype html><html lang="zh-CN"><body></body></html>')
    await writePagefind(pages, join(folder, 'pagefind'), program)
    const server = await serve(folder)
    const page = await browser.newPage()
    await page.goto(server.url)
    for (const { query, results } of (await page.evaluate(ask)) as Found[]) {
      const chapters = pages.filter(
        ({ kind, sections }) =>
          kind === 'chapter' && sections.some(({ title }) => title.includes(query)),
      )
      expect(chapters.length, query).toBeGreaterThan(0)
      for (const { url } of chapters)
        expect(
          results.map((result) => result.url.split('#')[0]),
          query,
        ).toContain(url)
      for (const { url, excerpt } of results) {
        const said = pages.find((page) => page.url === url.split('#')[0])?.text ?? ''
        expect(bare(said), url).toContain(bare(excerpt))
      }
    }
    await page.close()
    await server.close()
    rmSync(folder, { recursive: true })
  },
)
