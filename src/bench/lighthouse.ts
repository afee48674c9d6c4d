import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensureChromium } from '../machine/findChromium.ts'
import { serve } from '../machine/serve.ts'
import { examplePages } from '../records/examplePages.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { pageAt, sitePages } from '../sitePages.ts'
import { build } from '../tools/build.ts'
import { printProblems } from '../validation/validate.ts'

/** The exact version, fetched by npx when asked for; it is no dependency of the project. */
const lighthouse = 'lighthouse@13.5.0'
const runs = 3
// Lighthouse also audits search engine readiness, which a noindex page fails by design.
const paths = Object.values(examplePages(contentRoot)).filter((path) => {
  const name = pageAt(path)
  return name && !sitePages[name].noindex
})
const categories = {
  性能: 'performance',
  无障碍: 'accessibility',
  最佳实践: 'best-practices',
  搜索: 'seo',
}
const metrics = {
  'LCP 毫秒': 'largest-contentful-paint',
  'FCP 毫秒': 'first-contentful-paint',
  CLS: 'cumulative-layout-shift',
  'TBT 毫秒': 'total-blocking-time',
  字节: 'total-byte-weight',
}

interface Audit {
  title: string
  score: number | null
  scoreDisplayMode: string
  numericValue?: number
}
interface Report {
  categories: Record<string, { score: number | null }>
  audits: Record<string, Audit>
  environment: { benchmarkIndex: number }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 0

/** One run against one address, as a phone of the default simulation. */
async function audit(url: string, file: string): Promise<Report> {
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      lighthouse,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      '--chrome-flags="--headless=new --no-sandbox --disable-background-networking"',
    ],
    { env: { ...process.env, CHROME_PATH: ensureChromium() }, shell: process.platform === 'win32' },
  )
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Audits with less than a full score, as `id（title）`. */
const imperfect = (report: Report) =>
  Object.entries(report.audits)
    .filter(
      ([, { score, scoreDisplayMode }]) =>
        score !== null && score < 1 && !/informative|manual|notApplicable/.test(scoreDisplayMode),
    )
    .map(([id, { title }]) => `${id}（${title}）`)

/** Builds the site with an address, serves it compressed, and prints the median of three Lighthouse runs a page. */
export async function runLighthouse(): Promise<void> {
  const folder = join(projectRoot, '.build', `lighthouse-${process.pid}`)
  const dist = join(folder, 'site')
  mkdirSync(folder, { recursive: true })
  const server = await serve(dist)
  try {
    process.env.SITE_URL = server.url
    const problems = await build(dist)
    if (problems.length > 0) {
      printProblems(problems)
      process.exit(1)
    }
    const table: Record<string, Record<string, number>> = {}
    const left = new Map<string, Set<string>>()
    for (const path of paths) {
      const reports: Report[] = []
      for (let run = 1; run <= runs; run++)
        reports.push(await audit(server.url + path, join(folder, `${run}.json`)))
      const middle = (read: (report: Report) => number | null | undefined, digits: number) =>
        Number(median(reports.map((report) => read(report) ?? 0)).toFixed(digits))
      const columns: [string, number][] = [
        ...Object.entries(categories).map(([name, id]): [string, number] => [
          name,
          middle((report) => (report.categories[id]?.score ?? 0) * 100, 0),
        ]),
        ...Object.entries(metrics).map(([name, id]): [string, number] => [
          name,
          middle((report) => report.audits[id]?.numericValue, id === metrics.CLS ? 3 : 0),
        ]),
        ['机器快慢', middle((report) => report.environment.benchmarkIndex, 0)],
      ]
      table[`/${path}`] = Object.fromEntries(columns)
      for (const line of reports.flatMap(imperfect))
        left.set(line, (left.get(line) ?? new Set()).add(`/${path}`))
    }
    console.log(
      `${lighthouse}，手机模拟，brotli，每页 ${runs} 次取中位数。机器快慢是 Lighthouse 自己的跑分：机器忙时它会低，TBT 就不足为凭。`,
    )
    console.table(table)
    if (left.size > 0) console.log('至少一次不满分的项目')
    for (const [line, where] of left) console.log(`${line}：${[...where].join('、')}`)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
