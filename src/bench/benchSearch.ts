import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { serve } from '../machine/serve.ts'
import { sizeOfEdition, type TruePage, writeArchiveSite } from './archiveSite.ts'
import type { EditionSize } from './scaleArchive.ts'

const slow4g = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

/** What it takes until an answer is there. */
interface Measured {
  bytes: number
  requests: number
  ms: number
}

/** Counts what a page asks for from now on, in bytes as the server sends them. */
function countRequests(page: Page): () => Promise<Omit<Measured, 'ms'>> {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (/\.(svg|ico)$/.test(response.url())) return
    const stated = Number(response.headers()['content-length'])
    sizes.push(
      Number.isNaN(stated) ? response.body().then((body) => body.length) : Promise.resolve(stated),
    )
  })
  return async () => {
    const all = await Promise.all(sizes)
    return { bytes: all.reduce((sum, size) => sum + size, 0), requests: all.length }
  }
}

/** Puts a query into the field and waits until it is answered; milliseconds. */
const ask = (page: Page, query: string): Promise<number> =>
  page.evaluate(async (value) => {
    const input = document.querySelector('input[name=q]') as HTMLInputElement
    const results = document.querySelector('[data-search-results]') as HTMLElement
    const started = performance.now()
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    while (results.dataset.state === 'loading') {
      await new Promise<void>((done) => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => done()
        channel.port2.postMessage(0)
      })
    }
    return performance.now() - started
  }, query)

/**
 * Opens the search page as a reader with nothing in store would, then types a query: what opening it takes beside the
 * page itself, and what the first key takes after that.
 */
export async function measureFirst(
  browser: Browser,
  url: string,
  query: string,
  isSlow = false,
): Promise<{ opened: Omit<Measured, 'ms'>; answered: Measured }> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  if (isSlow) {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, ...slow4g })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  const counted = countRequests(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  const all = await counted()
  const own = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) =>
        /searchBox|markPassage|\/search\/text\.json|\/(fold|keys|address)\./.test(name),
      )
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
  )
  const ms = await ask(page, query)
  const { bytes, requests } = await counted()
  await page.close()
  return {
    opened: { bytes: own.reduce((sum, size) => sum + size, 0), requests: own.length },
    answered: { bytes: bytes - all.bytes, requests: requests - all.requests, ms: Math.round(ms) },
  }
}

/** What opening the search page takes, and the first answer, on a phone's network. */
export async function benchFirstResult(browser: Browser, url: string): Promise<void> {
  const { opened, answered } = await measureFirst(browser, url, '清单', true)
  console.log('检索（慢速 4G、四倍慢的处理器；字节照服务器所发，不含页面本身）')
  console.table({ 打开检索: opened, 第一次输入: answered })
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** Queries of several lengths out of the newest and the oldest edition. */
function queriesOf(pages: readonly TruePage[]): Record<string, string> {
  const newest = pages.at(-3)?.text ?? ''
  const oldest = pages[2]?.text ?? ''
  return {
    两字: newest.slice(31, 33),
    四字: newest.slice(41, 45),
    八字: newest.slice(51, 59),
    往年两字: oldest.slice(31, 33),
    往年四字: oldest.slice(41, 45),
    往年八字: oldest.slice(51, 59),
    一字: newest.slice(40, 41),
    两词: `${oldest.slice(21, 23)} ${oldest.slice(51, 53)}`,
    没有: '龘龘龘',
  }
}

/** Asks earlier editions for a query in a fresh page: what the first answer takes, what all of them take, and whether all is found. */
async function measureArchive(
  browser: Browser,
  url: string,
  query: string,
  pages: readonly TruePage[],
) {
  const page = await browser.newPage()
  await page.goto(`${url}search/`, { waitUntil: 'networkidle' })
  await page.waitForSelector('input[role=combobox]')
  const counted = countRequests(page)
  const started = performance.now()
  const warm = await ask(page, query)
  const way = (name: RegExp) => page.getByRole('button', { name })
  const press = async (name: RegExp) => {
    await way(name).click()
    await page.waitForSelector('[data-search-results]:not([data-state=loading])')
  }
  if (await way(/^在往年/).isVisible()) await press(/^在往年/)
  await page.waitForSelector('[data-search-results]:not([data-state=loading])')
  const ms = Math.round(performance.now() - started)
  const first = await counted()
  while (await way(/^再往前/).isVisible()) await press(/^再往前/)
  if (await way(/^全部列出/).isVisible()) await press(/^全部列出/)
  const found = await page.locator('.group ~ [data-result]').count()
  const newest = Math.max(...pages.map(({ year }) => year))
  const isAnswer = (text: string) => query.split(' ').every((part) => text.includes(part))
  const truth = pages.filter(({ year, text }) => year < newest && isAnswer(text)).length
  const { bytes } = await counted()
  await page.close()
  const own = { 本版毫秒: Math.round(warm * 10) / 10, 初次字节: first.bytes, 请求: first.requests }
  return { ...own, 毫秒: ms, 找遍字节: bytes, 列出: found, 应有: truth }
}

/** Builds the search of invented editions as large as the one in dist/, or so many times larger, and measures it in Chromium. */
export async function benchScale(browser: Browser, editions: number): Promise<void> {
  for (const times of [1, 10]) {
    const own = sizeOfEdition()
    const size: EditionSize = { ...own, length: own.length * times }
    const name = `search-scale-${times}`
    const { folder, pages, seconds } = await writeArchiveSite(name, editions, size)
    const characters = pages.reduce((sum, { text }) => sum + text.length, 0)
    console.log(`${editions} 版，每版为本版的 ${times} 倍：${pages.length} 页，${characters} 字`)
    console.table({
      生成: { 秒: Math.round(seconds * 10) / 10 },
      内存峰值: { MB: Math.round(process.resourceUsage().maxRSS / 1024) },
      本版正文: { 字节: statSync(join(folder, 'search/text.json')).size },
      各版索引: { 字节: folderBytes(join(folder, 'pagefind')) },
    })
    const server = await serve(folder)
    const rows: Record<string, Record<string, number>> = {}
    for (const [kind, query] of Object.entries(queriesOf(pages)))
      rows[`${kind} ${query}`] = await measureArchive(browser, server.url, query, pages)
    console.table(rows)
    await server.close()
    rmSync(folder, { recursive: true })
  }
}
