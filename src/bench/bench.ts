import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { ensureChromium } from '../machine/findChromium.ts'
import { serve } from '../machine/serve.ts'
import { examplePages } from '../records/examplePages.ts'
import { newestEdition } from '../records/newestEdition.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { pagePaths } from '../sitePages.ts'
import { build } from '../tools/build.ts'
import { withoutSettings } from '../tools/withoutSettings.ts'
import { printProblems } from '../validation/validate.ts'
import { benchDev } from './benchDev.ts'
import { benchPublish } from './benchPublish.ts'
import { benchFirstResult, benchScale } from './benchSearch.ts'
import { benchWorkbook } from './benchWorkbook.ts'
import { runLighthouse } from './lighthouse.ts'
import { measureTransfer, phone } from './measureTransfer.ts'
import { proseShare } from './proseShare.ts'
import { benchProvince } from './province.ts'

withoutSettings()
const { values } = parseArgs({
  options: {
    lighthouse: { type: 'boolean', default: false },
    'search-scale': { type: 'boolean', default: false },
    editions: { type: 'string', default: '30' },
    'map-scale': { type: 'boolean', default: false },
    points: { type: 'string', default: '10000' },
    'workbook-scale': { type: 'boolean', default: false },
    province: { type: 'boolean', default: false },
    bodies: { type: 'string', default: '1' },
    first: { type: 'string', default: '1' },
    small: { type: 'boolean', default: false },
    years: { type: 'string', default: '1,2,5,10' },
    publish: { type: 'boolean', default: false },
  },
})
if (values.lighthouse) {
  await runLighthouse()
  process.exit(0)
}
if (values['map-scale']) {
  // The test of crowded maps runs again here, with many more points than in `npm test`.
  const { status } = spawnSync(
    process.execPath,
    ['src/tools/test.ts', 'tests/browser/mapScale.test.ts'],
    { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, MAP_POINTS: values.points } },
  )
  process.exit(status ?? 1)
}

if (values['workbook-scale']) {
  benchWorkbook(200_000)
  const { status } = spawnSync(
    process.execPath,
    ['src/tools/test.ts', '--project', 'unit', 'tests/workbook/mutatedWorkbooks.test.ts'],
    { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, WORKBOOKS: '10000' } },
  )
  process.exit(status ?? 1)
}

if (values.province) {
  benchProvince({
    first: Number(values.first),
    bodies: Number(values.bodies),
    counts: values.years.split(',').map(Number),
    isSmall: values.small,
  })
  process.exit(0)
}

const started = performance.now()
const problems = await build()
if (problems.length > 0) {
  printProblems(problems)
  process.exit(1)
}
if (values.publish) {
  await benchPublish(20)
  process.exit(0)
}
console.log(`生成全站：${((performance.now() - started) / 1000).toFixed(1)} 秒`)

const server = await serve(join(projectRoot, 'dist'))
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
const chapters = pagePaths('chapter', newestEdition(contentRoot))
const paths = [...new Set([...Object.values(examplePages(contentRoot)), ...chapters])]
console.log('一页读到底（brotli，字节）')
console.table(
  Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => {
        const page = await browser.newPage({ viewport: phone })
        const { total, fonts, script } = await measureTransfer(page, `${server.url}${path}`)
        await page.close()
        return [`/${path}`, { 合计: total, 不含字体: total - fonts, 字体: fonts, 脚本: script }]
      }),
    ),
  ),
)
console.log('各章正文占可见汉字的百分比')
const reading = await browser.newPage({ viewport: phone })
for (const path of chapters)
  console.log(`/${path} ${(await proseShare(reading, `${server.url}${path}`)).toFixed(0)}%`)
await reading.close()
await benchFirstResult(browser, `${server.url}search/`)
await server.close()
await benchDev(browser)
if (values['search-scale']) await benchScale(browser, Number(values.editions))
await browser.close()
process.exit(0)
