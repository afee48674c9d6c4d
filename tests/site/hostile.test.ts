import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvParseRows } from 'd3'
import { unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { hostileTexts } from '../hostileContent.ts'
import { readPages as readPdf } from '../report/pdfText.ts'
import { openBuild } from '../services.ts'
import { gridsOf } from '../workbook/workbooks.ts'
import { readPages } from './builtPages.ts'
import { faultsOf } from './markupFaults.ts'
import { readXml } from './readXml.ts'

/** The most hostile text that any field may hold. */
const worst = hostileTexts[1]

/** What would be there if a text of the edition had been read as markup. */
const alive = '[onerror], [onload], [onclick], img[src=x], u'

let folder: string
let files: string[]
beforeAll(async () => {
  folder = (await openBuild('hostile')).folder
  files = filesBelow(folder)
})
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const ending = (end: string) => files.filter((file) => file.endsWith(end))

/** Every text in a value, names of properties included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)])
}

test('in pages every text of the edition is text: no element and no script is made of it', () => {
  const pages = readPages(folder)
  expect(pages.length).toBeGreaterThan(40)
  for (const { document, html, path } of pages) {
    expect(
      [...document.querySelectorAll(alive)].map(({ outerHTML }) => outerHTML),
      path,
    ).toEqual([])
    for (const script of document.querySelectorAll('script')) {
      if (script.getAttribute('type') !== 'application/ld+json')
        expect(script.textContent, path).not.toContain('hostile')
      else expect(textsIn(JSON.parse(script.textContent ?? '')).length, path).toBeGreaterThan(5)
    }
    for (const style of document.querySelectorAll('style'))
      expect(style.textContent, path).not.toMatch(/<[a-z/!]/i)
    expect(faultsOf(html), path).toEqual([])
    // The stamp stands in every page, so that all of its characters are printed as they are.
    expect(document.body.textContent, path).toContain(worst)
  }
  const data = pages.find(({ path }) => path === '/2099/data/')
  expect(data?.document.querySelector('main')?.textContent?.split(worst).length).toBeGreaterThan(40)
})

test('in the CSV for spreadsheets no cell is a formula, and each is read back', () => {
  const sheets = ending('.csv').filter((file) => !file.includes('/package/'))
  expect(sheets.length).toBeGreaterThan(20)
  let guarded = 0
  for (const file of sheets) {
    for (const cell of csvParseRows(read(file).replace(/^\uFEFF/, '')).flat()) {
      if (/^-?\d+(\.\d+)?$/.test(cell)) continue
      expect(cell, file).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
      if (cell === `'${worst}`) guarded++
    }
  }
  expect(guarded).toBeGreaterThan(40)
})

test('in the workbook every hostile text is text', async () => {
  for (const file of ending('.xlsx')) {
    const parts = unzipSync(readFileSync(join(folder, file)))
    const sheets = Object.entries(parts).filter(([name]) => /^xl\/worksheets\/.*\.xml$/.test(name))
    expect(sheets.length).toBeGreaterThan(5)
    for (const [name, bytes] of sheets) {
      const xml = Buffer.from(bytes).toString('utf8')
      expect(() => readXml(xml), name).not.toThrow()
      expect(xml, name).not.toMatch(/<f[ >]/)
    }
    if (!file.startsWith('2099')) continue
    const cells = (await gridsOf(readFileSync(join(folder, file)))).flatMap(({ rows }) =>
      rows.flatMap((row) => row.map((cell) => cell?.value)),
    )
    expect(cells.filter((value) => value === worst).length).toBeGreaterThan(40)
  }
})

test('what programs read is read whole, the hostile text as a text', () => {
  const found = new Set<string>()
  for (const file of [...ending('.json'), ...ending('.geojson'), ...ending('.webmanifest')]) {
    const texts = textsIn(JSON.parse(read(file)))
    if (texts.some((text) => text.includes(worst))) found.add(file)
  }
  for (const file of [
    'search/text.json',
    '2099/data/sessions.json',
    '2099/data/liaison-points.geojson',
  ])
    expect(found).toContain(file)
  for (const file of ending('.xml')) expect(() => readXml(read(file)), file).not.toThrow()
  const { channel } = readXml(read('feed.xml')).rss
  expect(channel.title).toContain(worst)
})

test('a drawing that is downloaded holds nothing but shapes', () => {
  const shapes = new Set(['svg', 'title', 'desc', 'g', 'path', 'rect', 'circle', 'line', 'defs'])
  const drawings = ending('.svg').filter((file) => file.includes('/charts/'))
  expect(drawings.length).toBeGreaterThan(10)
  for (const file of drawings) {
    const svg = read(file)
    expect(() => readXml(svg), file).not.toThrow()
    const names = [...svg.matchAll(/<([a-zA-Z]\w*)/g)].map(([, name = '']) => name)
    expect(
      names.filter((name) => !shapes.has(name)),
      file,
    ).toEqual([])
    // Without its texts only tags are left, and their attributes.
    expect(svg.replace(/>[^<]*/g, '>'), file).not.toMatch(/\son\w+=/)
  }
})

test('the PDF prints the text, and does nothing', async () => {
  const bytes = readFileSync(join(folder, '2099/report.pdf'))
  const text = (await readPdf(bytes)).map((page) => page.text.replace(/\s/g, '')).join('')
  expect(text).toContain(worst.replace(/\s/g, ''))
  expect(bytes.toString('latin1')).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction)\b/)
})
