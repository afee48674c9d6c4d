import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { leadsOn } from '../leadsOn.ts'
import { readPages } from '../report/pdfText.ts'
import { openBuild } from '../services.ts'

const stamp = '示例数据'
const realBody = '南湖区政协'
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

let folder: string
let files: string[]
beforeAll(async () => {
  folder = (await openBuild('complete')).folder
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
})

/** Files without words of the edition: addresses, pinyin, the search program. */
const wordless = /^(favicon|sitemap|robots|pagefind|_astro|type)|pinyin\.json$/

test('an edition that is not real is stamped in every file of text that goes out', () => {
  const text = files.filter((file) => /\.(html|xml|json|geojson|csv|svg|webmanifest)$/.test(file))
  const carriers = text.filter((file) => !wordless.test(file))
  expect(carriers.length).toBeGreaterThan(80)
  for (const file of carriers) {
    // Without records there is only the header, which includes the stamp's column.
    const empty = file.endsWith('.csv') && read(file).trim().split('\n').length === 1
    expect(read(file), file).toContain(empty ? 'stamp' : stamp)
  }
})

test('nothing in it speaks for another body', () => {
  for (const file of files.filter((name) =>
    /\.(html|css|xml|json|geojson|csv|svg|txt)$/.test(name),
  ))
    expect(read(file), file).not.toContain(realBody)
  expect(read('site.webmanifest')).not.toContain(realBody)
})

test('what other programs read of a page says that it is not real', () => {
  for (const file of files.filter((name) => name.endsWith('index.html'))) {
    const { document } = parseHTML(read(file))
    for (const meta of document.querySelectorAll(
      '[property="og:title"], [property="og:image:alt"]',
    ))
      expect(meta.getAttribute('content'), file).toContain(stamp)
    const script = document.querySelector('[type="application/ld+json"]')?.textContent
    for (const part of script ? JSON.parse(script)['@graph'] : []) {
      if (part['@type'] === 'BreadcrumbList') continue
      expect(part.description, file).toMatch(new RegExp(`^${stamp}，纯属虚构。`))
      expect(part.isPartOf?.name ?? part.name, file).toContain(`（${stamp}）`)
    }
  }
  expect(JSON.parse(read('2099/data/liaison-points.geojson')).stamp).toBe(stamp)
  expect(read('feed.xml')).toContain(`<title>履职亮点回眸 2099（${stamp}）</title>`)
})

describe('on paper', () => {
  test('the PDF is stamped in its title, on its cover and at the head of every page', async () => {
    const bytes = readFileSync(join(folder, '2099/report.pdf'))
    const report = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(report.getTitle()).toBe(`履职亮点回眸 2099（${stamp}） · 示例区`)
    expect(report.getKeywords()).not.toContain(realBody)
    for (const [index, { text }] of (await readPages(bytes)).entries()) {
      expect(text, `第${index + 1}页`).toContain(stamp)
      expect(text, `第${index + 1}页`).not.toContain(realBody)
    }
  })

  test('a printed page has its own body at the head', () => {
    const framed = files.filter(
      (file) => file.endsWith('.html') && !file.includes('embed/') && !leadsOn(read(file)),
    )
    expect(framed.length).toBeGreaterThan(20)
    for (const file of framed) {
      const html = read(file)
      const sheet = /href="\/([^"]+)" media="print"/.exec(html)?.[1]
      expect(html + (sheet ? read(sheet) : ''), file).toContain('@top-right{content:"示例区"')
    }
  })
})
