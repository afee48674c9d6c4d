import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureChromium } from '../machine/findChromium.ts'
import { printReport, type Report } from './printReport.ts'

/** The size of a PDF as its link states it: 42页，2.1 MB. */
function formatExtent({ pages, bytes }: Report): string {
  return `${pages}页，${(bytes.length / 1e6).toFixed(1)} MB`
}

/** The years that have a report page, below a folder of built pages. */
const reportYears = (site: string) =>
  readdirSync(site).filter(
    (name) => /^\d{4}$/.test(name) && readdirSync(join(site, name)).includes('report'),
  )

/**
 * Prints `<year>/report/` of every edition in a folder of built pages to `<year>/report.pdf` and deletes the page;
 * resolves to each PDF's number of pages and size, by year.
 */
export async function printReports(site: string, fonts: string): Promise<Map<string, string>> {
  const extents = new Map<string, string>()
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  try {
    for (const year of reportYears(site)) {
      const folder = join(site, year, 'report')
      const report = await printReport(browser, join(folder, 'index.html'), fonts)
      writeFileSync(join(site, year, 'report.pdf'), report.bytes)
      rmSync(folder, { recursive: true })
      console.log(`已印成 ${year}/report.pdf（${formatExtent(report)}）`)
      extents.set(year, formatExtent(report))
    }
    return extents
  } finally {
    await browser.close()
  }
}
