import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureChromium } from '../tools/findChromium.ts'
import { printReport, type Report } from './printReport.ts'

/** A PDF's extent as its link states it: 42页，2.1 MB. */
function wordExtent({ pages, bytes }: Report): string {
  return `${pages}页，${(bytes.length / 1e6).toFixed(1)} MB`
}

/** Years below a folder of built pages that have a report page. */
const reportYears = (site: string) =>
  readdirSync(site).filter(
    (name) => /^\d{4}$/.test(name) && readdirSync(join(site, name)).includes('report'),
  )

/**
 * Prints `<year>/report/` of every edition in a folder of built pages to `<year>/report.pdf`, takes the page away,
 * and writes the PDF's extent beside every link to it.
 */
export async function printReports(site: string, fonts: string) {
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
      console.log(`已印成 ${year}/report.pdf（${wordExtent(report)}）`)
      const place = `<span data-report-extent="${year}">`
      for (const file of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.html')) continue
        const path = join(site, file)
        const html = readFileSync(path, 'utf8')
        writeFileSync(path, html.replaceAll(place, place + wordExtent(report)))
      }
    }
  } finally {
    await browser.close()
  }
}
