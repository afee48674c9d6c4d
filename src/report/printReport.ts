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

/** Any origin will do: every request is answered from disk, none leaves the machine. */
const origin = 'http://report.localhost/'

/** Opens the page in `html`, its fonts answered from a folder. */
async function openReport(browser: Browser, html: string, fonts: string): Promise<Page> {
  const page = await browser.newPage({ bypassCSP: true, colorScheme: 'light' })
  await page.route('**/*', (route) => {
    const { href, pathname } = new URL(route.request().url())
    const file = href === origin ? html : join(fonts, pathname.split('/').at(-1) ?? '')
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort()
  })
  await page.goto(origin)
  await page.evaluate(async () => {
    // A table in a closed box would be left out of the print.
    for (const box of document.querySelectorAll<HTMLDetailsElement>('figure details'))
      box.open = true
    await document.fonts.ready
  })
  return page
}

/** Writes the page of every part and figure into the contents; false when they were right already. */
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

/** What the page says of itself: its head, and its headings in order. */
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

/** Prints a report page as a tagged, outlined PDF whose contents name the pages it really has. */
export async function printReport(browser: Browser, html: string, fonts: string): Promise<Report> {
  const page = await openReport(browser, html, fonts)
  // The second pass has the numbers that the first one found; a third is needed only should they move a page.
  for (let pass = 1; pass <= 4; pass++) {
    const printed = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    const pdf = await PDFDocument.load(printed, { updateMetadata: false })
    if (await fillIn(page, [...pageNumbers(pdf)])) continue
    const bytes = await finishPdf(printed, await describe(page))
    await page.close()
    return { bytes, pages: pdf.getPageCount() }
  }
  throw new Error('目录的页码印了又变，没有排定')
}
