import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import sharp from 'sharp'
import { findChart } from '../charts/index.ts'
import { readRegisters } from '../records/readRegisters.ts'
import { listEditions } from '../records/registers.ts'
import { projectRoot } from '../roots.ts'
import type { Edition } from '../schemas/edition.ts'
import { ensureChromium } from './findChromium.ts'
import { serve } from './serve.ts'

const folder = join(projectRoot, 'docs/images/figures')
const states = [
  { name: 'now', title: '现在：只有已公布的', root: projectRoot },
  { name: 'complete', title: '记录齐全', root: join(projectRoot, 'tests/fixtures/complete') },
] as const
const largest = 70_000

function editionOf(root: string): Edition {
  const { edition } = readRegisters(root, listEditions(root).at(-1) ?? 0)
  if (!edition) throw new Error(`${root} 的数据有错，先运行 npm run build`)
  return edition
}

/** A picture of one figure in a built site, in few colours so that it stays small. */
async function shoot(browser: Browser, url: string, file: string): Promise<void> {
  const page = await browser.newPage({ bypassCSP: true, viewport: { width: 1000, height: 900 } })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.addStyleTag({ content: '.evidence{display:none}' })
  const shot = await page.locator('figure').screenshot()
  await page.close()
  const picture = await sharp(shot).png({ palette: true, colours: 32 }).toBuffer()
  if (picture.length > largest) throw new Error(`${file} 有 ${picture.length} 字节`)
  writeFileSync(join(folder, file), picture)
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
for (const { name, root } of states) {
  const outDir = join(projectRoot, `.build/figures-${name}`)
  const { status } = spawnSync(process.execPath, ['src/tools/build.ts', '--dist', outDir], {
    cwd: projectRoot,
    env: { ...process.env, CONTENT_ROOT: root, SITE_URL: '', BASE_PATH: '/' },
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
  const server = await serve(outDir)
  const { year, figures } = editionOf(root)
  for (const { id } of figures) {
    const url = `${server.url}${year}/charts/${id}/embed/`
    await shoot(browser, url, `${id}-${name}.png`)
  }
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
}
await browser.close()

const [now, complete] = states.map(({ root }) => editionOf(root)) as [Edition, Edition]
const sections = now.figures.map(({ id, topic }) =>
  [
    `## ${topic}`,
    ...[now, complete].map((edition, index) => {
      const { name, title } = states[index] ?? states[0]
      return `${title}。${findChart(id).reading(edition)}\n\n![${topic}，${title}](images/figures/${id}-${name}.png)`
    }),
  ].join('\n\n'),
)
writeFileSync(
  join(projectRoot, 'docs/figures.md'),
  `# 图版的两种样子

同一个画法，数据齐了就换一种样子：两张图用的是同样的代码，不同的只是数据。每幅图的前一张画 \`data/\` 里的现状，后一张画虚构的示例区（\`tests/fixtures/complete/\`，由 \`tests/fixtures/completeEdition.ts\` 写出），凡是示例区的页面、图片和下载都盖着“示例数据”。

本页与图片由 \`npm run docs:figures\` 生成，不要手改。图版怎样登记、文字怎样生成，见 [editing.md](editing.md#图版)。

${sections.join('\n\n')}
`,
)
console.log(`已写出 docs/figures.md 与 ${2 * now.figures.length} 张图`)
process.exit(0)
