import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { type Description, finishPdf } from './finishPdf.ts'
import { pageNumbers } from './pageNumbers.ts'

/** A finished PDF and how many pages it has. */
export interface Report {
  bytes: Uint8Array
  pages: number
}

/** Any origin works: every request is answered from disk and none leaves the machine. */
const origin = 'http://report.localhost/'

/** A report page, and the requested addresses that could not be served. */
interface OpenReport {
  page: Page
  missing: Set<string>
}

/** Opens the page in `html` and serves its fonts from a folder, and its photographs from the edition's. */
async function openReport(browser: Browser, html: string, fonts: string): Promise<OpenReport> {
  const page = await browser.newPage({ bypassCSP: true, colorScheme: 'light' })
  const missing = new Set<string>()
  await page.route('**/*', (route) => {
    const { href, pathname } = new URL(route.request().url())
    const folder = pathname.includes('/photos/') ? join(html, '../../photos') : fonts
    const file = href === origin ? html : join(folder, pathname.split('/').at(-1) ?? '')
    if (existsSync(file)) return route.fulfill({ path: file })
    // Paper is not interactive, so scripts are left out.
    if (route.request().resourceType() !== 'script')
      missing.add(href.startsWith(origin) ? href.slice(origin.length) : href)
    return route.abort()
  })
  await page.goto(origin)
  await page.evaluate(async () => {
    // Closed details would not be printed.
    for (const box of document.querySelectorAll<HTMLDetailsElement>('figure details'))
      box.open = true
    // Groups what must stay on one page; the text below may continue on the next, which leaves fewer pages half empty.
    for (const figure of document.querySelectorAll('.figure')) {
      const opening = document.createElement('div')
      opening.className = 'opening'
      opening.append(...figure.querySelectorAll('.wenwu, header, .drawing'))
      figure.prepend(opening)
    }
    await document.fonts.ready
  })
  return { page, missing }
}

/** Throws if a file or font that the page uses could not be loaded. */
async function checkLoaded({ page, missing }: OpenReport): Promise<void> {
  if (missing.size > 0)
    throw new Error(`全册要用的文件不在 fonts/ 里，没有印：${[...missing].join('、')}`)
  const broken = await page.evaluate(() => {
    const bare = (family: string) => family.replace(/^["']|["']$/g, '')
    // A font of the machine may be missing elsewhere.
    const files = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter((rule) => rule.style.getPropertyValue('src').includes('url('))
      .map((rule) => bare(rule.style.getPropertyValue('font-family')))
    return [...document.fonts]
      .filter(({ status, family }) => status === 'error' && files.includes(bare(family)))
      .map(({ family, weight }) => `${bare(family)} ${weight}`)
  })
  if (broken.length > 0) throw new Error(`全册的字体读不出来，没有印：${broken.join('、')}`)
}

/** Writes the page numbers of every part and figure into the contents; returns false if they were right already. */
const fillIn = (page: Page, numbers: [string, number][]) =>
  page.evaluate((entries) => {
    const known = new Map(entries)
    let changed = false
    for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
      const number = String(known.get(place.dataset.pageOf ?? '') ?? '')
      if (number === '') throw new Error(`没有印出 ${place.dataset.pageOf}`)
      changed ||= place.textContent !== number
      place.textContent = number
    }
    return changed
  }, numbers)

/** The page's metadata: its head, and its headings in order. */
const describe = (page: Page): Promise<Description> =>
  page.evaluate(() => {
    const meta = (name: string) =>
      document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? ''
    return {
      title: document.title,
      subject: meta('description'),
      keywords: meta('keywords'),
      language: document.documentElement.lang,
      headings: [...document.querySelectorAll<HTMLElement>('h1, h2, h3')]
        .filter((heading) => heading.checkVisibility())
        .map((heading) => heading.innerText.replace(/\s+/g, ' ').trim()),
    }
  })

/** Prints a report page as a tagged PDF with an outline and with correct page numbers in the contents. */
export async function printReport(browser: Browser, html: string, fonts: string): Promise<Report> {
  const report = await openReport(browser, html, fonts)
  const { page } = report
  // The second pass prints the numbers found by the first; another is needed only if they move content to another page.
  for (let pass = 1; pass <= 4; pass++) {
    const printed = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    await checkLoaded(report)
    const pdf = await PDFDocument.load(printed, { updateMetadata: false })
    if (await fillIn(page, [...pageNumbers(pdf)])) continue
    const bytes = await finishPdf(printed, await describe(page))
    await page.close()
    return { bytes, pages: pdf.getPageCount() }
  }
  throw new Error('目录的页码印了又变，没有排定')
}
