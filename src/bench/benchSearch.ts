import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { parsePage } from '../builtPage.ts'
import { serve } from '../machine/serve.ts'
import { fold } from '../reading/fold.ts'
import { projectRoot } from '../roots.ts'
import { buildSearchIndex } from '../search/index.ts'
import { type ReadPage, readPage } from '../search/readPage.ts'
import { generateArchive } from './scaleArchive.ts'

const pagesPerEdition = 100
const charactersPerPage = 6667
const slow4g = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

/** The size of a response as a compressing server sends it; index files are compressed already. */
const sent = (url: string, body: Buffer) =>
  /\.pf_/.test(url) ? body.length : brotliCompressSync(body).length

interface Measured {
  bytes: number
  ms: number
}

const settled = '[data-search-results]:is([data-state=done], [data-state=error]) *'

/** Types a query into a fresh search page; bytes and milliseconds from then on until each selector shows. */
export async function measureFirst(
  browser: Browser,
  url: string,
  query: string,
  selectors: readonly string[],
  isSlow: boolean,
): Promise<Measured[]> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  if (isSlow) {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, ...slow4g })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  await page.goto(url, { waitUntil: 'networkidle' })
  const sizes = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    const size = response.body().then((body) => sent(response.url(), body))
    sizes.set(response.url(), size)
  })
  const measured = page.evaluate(
    (wanted) =>
      Promise.all(
        wanted.map(
          (selector) =>
            new Promise<{ ms: number; urls: string[] }>((resolve) => {
              const results = document.querySelector('site-search') as HTMLElement
              const started = { at: 0 }
              results.addEventListener(
                'input',
                () => {
                  started.at ||= performance.now()
                },
                { capture: true },
              )
              const look = () => {
                if (!results.querySelector(selector)) return
                watch.disconnect()
                const urls = performance
                  .getEntriesByType('resource')
                  .filter(
                    (entry) => entry.startTime >= started.at && !/\.(svg|ico)$/.test(entry.name),
                  )
                  .map((entry) => entry.name)
                resolve({ ms: Math.round(performance.now() - started.at), urls })
              }
              const watch = new MutationObserver(look)
              watch.observe(results, { subtree: true, childList: true, attributes: true })
            }),
        ),
      ),
    selectors,
  )
  // Focus loads the search program; the keystroke follows at once, as it does for a fast typist.
  await page.evaluate((value) => {
    const input = document.querySelector('input[name=q]') as HTMLInputElement
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }, query)
  const found = await Promise.all(
    (await measured).map(async ({ ms, urls }) => {
      const all = await Promise.all(urls.map((url) => sizes.get(url) ?? 0))
      return { bytes: all.reduce((sum, size) => sum + size, 0), ms }
    }),
  )
  await page.close()
  return found
}

/** What shows of an instant result, and of one from the full text. */
export const instantResult = '[data-result], [data-answer]'
export const fullTextResult = '[data-result] .excerpt:not(:empty)'

/** Bytes and time from the first keystroke on to the first instant and the first full-text result, on a phone's network. */
export async function benchFirstResult(browser: Browser, url: string): Promise<void> {
  const [instant, text] = await measureFirst(
    browser,
    url,
    '清单',
    [instantResult, fullTextResult],
    true,
  )
  console.log('第一次输入到结果（慢速 4G、四倍慢的处理器；字节为 brotli，不含已打开的页面）')
  console.table({ 即时结果: instant, 全文结果: text })
}

/** How many milliseconds a query takes when it was asked in this page before. */
const measureWarm = (page: Page, query: string) =>
  page.evaluate(async (value) => {
    const input = document.querySelector('input[name=q]') as HTMLInputElement
    const results = document.querySelector('[data-search-results]') as HTMLElement
    const ask = async (text: string) => {
      const started = performance.now()
      input.value = text
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      while (results.dataset.state === 'loading') {
        await new Promise<void>((done) => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => done()
          channel.port2.postMessage(0)
        })
      }
      return performance.now() - started
    }
    await ask(value)
    const times: number[] = []
    for (let turn = 0; turn < 5; turn++) times.push(await ask(value))
    const found = document.querySelector('[role=status]')?.textContent ?? ''
    return { ms: times.sort((a, b) => a - b)[2] ?? 0, found: Number(/\d+/.exec(found)?.[0] ?? 0) }
  }, query)

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** Builds an index of a generated archive and measures it in Chromium: build, size, first result, warm queries, exactness. */
export async function benchScale(browser: Browser, editions: number): Promise<void> {
  const folder = join(projectRoot, '.build/search-scale')
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(projectRoot, 'dist'), folder, { recursive: true })
  for (const entry of readdirSync(folder)) {
    if (/^\d+$|^about$/.test(entry)) rmSync(join(folder, entry), { recursive: true })
  }
  const texts: string[] = []
  const pages: ReadPage[] = []
  for (const page of generateArchive(editions, pagesPerEdition, charactersPerPage)) {
    const body = page.sections
      .map(({ title, text }, index) => `<h2 id="s${index}">${title}</h2>\n<p>${text}</p>`)
      .join('\n')
    const read = readPage(
      parsePage(
        page.file,
        `<!doctype html><html lang="zh-CN"><body><main data-search-kind="chapter" data-search-group="${page.file}"><h1>${page.title}</h1>\n${body}</main></body></html>`,
      ),
    )
    if (read) pages.push(read)
    texts.push(
      fold(
        [page.title, ...page.sections.flatMap((section) => [section.title, section.text])].join(
          ' ',
        ),
      ),
    )
  }
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  console.log(`生成的往年档案：${editions} 版，${texts.length} 页，${characters} 字`)

  const started = performance.now()
  await buildSearchIndex(pages, folder)
  const seconds = Math.round((performance.now() - started) / 1000)
  const archive = join(folder, 'pagefind/archive')
  console.table({
    生成索引: { 秒: seconds },
    全文索引: { 字节: folderBytes(join(folder, 'pagefind')) },
    其中往年: { 字节: editions > 1 ? folderBytes(archive) : 0 },
    即时索引: { 字节: statSync(join(folder, 'search/instant.json')).size },
  })

  const server = await serve(folder)
  const url = `${server.url}search/`
  const newest = texts.at(-7) ?? ''
  const oldest = texts[3] ?? ''
  const queries = {
    两字: newest.slice(3001, 3003),
    三字: newest.slice(2001, 2004),
    四字: newest.slice(1001, 1005),
    八字: newest.slice(1501, 1509),
    只在往年: oldest.slice(1001, 1009),
    一字: newest.slice(1200, 1201),
    数: '99余个',
    两词: `${newest.slice(101, 103)} ${newest.slice(5001, 5003)}`,
  }
  const warm = await browser.newPage()
  await warm.goto(url)
  const rows: Record<string, Record<string, string | number>> = {}
  for (const [name, query] of Object.entries(queries)) {
    const [first, done] = await measureFirst(browser, url, query, [fullTextResult, settled], false)
    const { ms, found } = await measureWarm(warm, query)
    const parts = query.split(/\s+/).filter(Boolean)
    const truth = texts.filter((text) => parts.every((part) => text.includes(part))).length
    rows[`${name} ${query}`] = {
      首条字节: first?.bytes ?? 0,
      全部字节: done?.bytes ?? 0,
      热查询毫秒: Math.round(ms),
      找到: found,
      应有: truth,
    }
  }
  console.table(rows)
  await warm.close()
  await server.close()
  rmSync(folder, { recursive: true })
}
