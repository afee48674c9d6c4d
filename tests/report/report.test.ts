import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { parseHTML } from 'linkedom'
import { beforeAll, expect, test } from 'vitest'
import { figureNumber } from '../../src/charts/figureNumber.ts'
import { stateFigure } from '../../src/charts/statement.ts'
import { plainParts } from '../../src/facts/copy.ts'
import { formatQuantity } from '../../src/facts/wording.ts'
import { hasPdftotext } from '../../src/machine/pdftotext.ts'
import { listPublished } from '../../src/records/registers.ts'
import { readOutline } from '../../src/report/outline.ts'
import { pageNumbers } from '../../src/report/pageNumbers.ts'
import { projectRoot } from '../../src/roots.ts'
import type { Observation } from '../../src/schemas/observation.ts'
import { publishedEdition as edition } from '../charts/edition2025.ts'
import { portal } from '../portal.ts'
import { openBuild } from '../services.ts'
import { builtFiles, builtPages } from '../site/builtPages.ts'
import { type PageText, popplerText, readPages } from './pdfText.ts'
import { readStructure, type StructureElement, within } from './structure.ts'

const folders = { root: '', portal: '' }
const chapters = builtPages
  .filter(({ path }) => path.startsWith('/2025/'))
  .filter(({ document }) => document.querySelector('[data-search-kind=chapter]'))
  .map(({ path, document }) => ({
    slug: path.split('/')[2] ?? '',
    order: Number(document.querySelector('main')?.getAttribute('data-search-order')),
    title: document.querySelector('h1')?.textContent?.replace(/\s/g, '') ?? '',
  }))
  .sort((a, b) => a.order - b.order)

let bytes: Uint8Array
let document: PDFDocument
let read: PageText[]
let pages: string[]
let structure: StructureElement

beforeAll(async () => {
  const [root, portal] = await Promise.all([openBuild('report'), openBuild('portal')])
  folders.root = root.folder
  folders.portal = portal.folder
  bytes = readFileSync(join(folders.root, '2025/report.pdf'))
  document = await PDFDocument.load(bytes, { updateMetadata: false })
  read = await readPages(bytes)
  pages = read.map(({ text }) => bare(text))
  structure = readStructure(document) as StructureElement
})

/** A text without spaces, and without the mark of corrected numbers. */
const bare = (text: string) => text.replace(/\s|更正/g, '')
const name = (key: string) => PDFName.of(key)

test('the same edition makes the same bytes, whatever the site’s address', () => {
  const other = readFileSync(join(folders.portal, '2025/report.pdf'))
  expect(Buffer.compare(bytes, other)).toBe(0)
})

test('a build without it has no PDF and no link to one', () => {
  expect(builtFiles.filter((file) => file.endsWith('.pdf'))).toEqual([])
  expect(builtPages.filter(({ html }) => html.includes('report.pdf'))).toEqual([])
})

test('a build with it links to it on every page, with its extent, and leaves nothing else behind', () => {
  // An embed page belongs to another site and has no footer.
  for (const { file } of builtPages.filter(
    ({ path }) => path.startsWith('/2025/') && !path.endsWith('/embed/'),
  )) {
    const html = readFileSync(join(folders.root, file), 'utf8')
    const links = parseHTML(html).document.querySelectorAll('a[href="/2025/report.pdf"]')
    expect(links.length, file).toBeGreaterThan(0)
    const extent = `${document.getPageCount()}页，${(bytes.length / 1e6).toFixed(1)} MB`
    for (const link of links) expect(link.textContent, file).toContain(extent)
  }
  const made = readdirSync(folders.root, { recursive: true, encoding: 'utf8' })
  const kinds = (files: readonly string[]) =>
    files.map((file) => file.replace(/[.-][\w-]{8,10}(?=\.\w+$)/, '')).sort()
  const pagefind = /^pagefind|^type/
  const extra = kinds(made.filter((file) => /\.\w+$/.test(file) && !pagefind.test(file))).filter(
    (file) => !kinds(builtFiles).includes(file),
  )
  expect(extra).toEqual(listPublished(projectRoot).map((year) => join(String(year), 'report.pdf')))
})

test('the sitemap does not name the page it is printed from', () => {
  const sitemap = readFileSync(join(folders.portal, 'sitemap-0.xml'), 'utf8')
  expect(sitemap).toContain(`${portal.base}2025/consultation/`)
  expect(sitemap).not.toContain('report')
  expect(existsSync(join(folders.portal, '2025/report'))).toBe(false)
})

test('says its language and title, and names no author and no date', () => {
  expect(document.getLanguage?.() ?? '').toBe('zh-CN')
  expect(document.getTitle()).toBe('履职亮点回眸 2025 · 嘉兴市南湖区政协')
  expect(document.getSubject()).toBeTruthy()
  expect(document.getKeywords()).toContain('政企协商会')
  expect(document.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true)
  expect([
    document.getAuthor(),
    document.getCreationDate(),
    document.getModificationDate(),
  ]).toEqual([undefined, undefined, undefined])
})

test('its outline has the chapters in order, each leading to the page where it begins', () => {
  const parts = readOutline(document).filter(({ level }) => level === 1)
  const titles = chapters.map(({ order, title }) => `${'一二三四五六'[order - 1]}${title}`)
  expect(parts.map(({ title }) => bare(title))).toEqual([
    '履职亮点回眸2025',
    '目录',
    '履职亮点',
    ...titles,
    '联系点地图',
    '指标与名词',
    '办法与出处',
  ])
  for (const { title, page } of parts.slice(1)) {
    expect(pages[(page ?? 0) - 1], title).toContain(bare(title))
  }
})

test('its contents give every part and every figure the page it is really on', () => {
  const contents = pages[1]
  for (const { title, page } of readOutline(document)
    .filter(({ level }) => level === 1)
    .slice(2)) {
    expect(contents, title).toContain(bare(`${title}${page}`))
  }
  const destinations = pageNumbers(document)
  const { figures } = edition
  for (const { id, topic, chapter } of figures) {
    const order = chapters.find(({ slug }) => slug === chapter)?.order ?? 0
    const number = figureNumber(figures, id, order)
    const page = destinations.get(`figure-${id}`) ?? 0
    expect(contents, id).toContain(bare(`${number}${topic}${page}`))
    expect(pages[page - 1], id).toContain(
      bare(`${number}${plainParts(stateFigure(edition, id).headline)}`),
    )
  }
})

/** The first words of a number's source, as they stand in quotation marks. */
const place = ({ source }: Observation) =>
  bare(source?.phrase ?? '')
    .replaceAll('“', '‘')
    .slice(0, 4)

test('prints every indicator with its qualifier and its place in the source', () => {
  const text = pages.join('')
  for (const observation of edition.indicators) {
    expect(text, observation.id).toContain(formatQuantity(observation))
    expect(text, observation.id).toContain(place(observation))
  }
  for (const { name: town } of edition.towns.towns) expect(text).toContain(town)
  for (const { definition } of edition.glossary) expect(text).toContain(bare(definition))
})

const times = (text: string, words: string) => text.split(words).length - 1

/** Every quantity of the edition in which digits touch Chinese characters, as the report words it. */
const quantities = [
  ...new Set(edition.indicators.map((indicator) => formatQuantity(indicator))),
].filter((words) => /\d\p{Script=Han}|\p{Script=Han}\d/u.test(words))

test('a viewer of PDF finds quantities and years as they are written', () => {
  const text = read.map((page) => page.text).join('\n')
  expect(quantities.filter((words) => !text.includes(words))).toEqual([])
  expect(times(text, '80余个')).toBe(times(bare(text), '80余个'))
  expect(times(text, '2025年')).toBeGreaterThan(20)
})

test('so does poppler', ({ skip }) => {
  if (!hasPdftotext()) skip('没有 pdftotext，没有用它读全册 PDF；它在 poppler-utils 里')
  const text = popplerText(join(folders.root, '2025/report.pdf'))
  expect(quantities.filter((words) => !text.includes(words))).toEqual([])
  expect(times(text, '80余个')).toBe(times(bare(text), '80余个'))
  expect(times(text, '2025年')).toBeGreaterThan(20)
})

test('all that it shows is in its structure or an artifact: running heads, folios, what stands beside the text', () => {
  expect(read.flatMap(({ unmarked }) => unmarked)).toEqual([])
  for (const [index, { artifacts }] of read.entries()) {
    if (index === 0) continue
    expect(artifacts, `第${index + 1}页`).toContain('履职亮点回眸 2025')
    expect(artifacts, `第${index + 1}页`).toContain(String(index + 1))
  }
})

test('no page ends with a heading, and only the last of a part leaves much of itself empty', () => {
  const firstPages = readOutline(document)
    .filter(({ level }) => level === 1)
    .map(({ page }) => page)
  const [top, bottom] = [(297 - 24) * (72 / 25.4), 20 * (72 / 25.4)]
  const wrong = read.flatMap(({ foot }, index) => {
    const page = index + 1
    const isLast = page === read.length || firstPages.includes(page + 1)
    const filled = (top - foot.height) / (top - bottom)
    return foot.heading || (!isLast && filled < 0.62)
      ? [`第${page}页 ${Math.round(filled * 100)}%${foot.heading ? '，末行是标题' : ''}`]
      : []
  })
  expect(wrong).toEqual([])
})

test('is tagged: every leaf figure has alternative text, every table a header in each row', () => {
  const elements = [...within(structure)]
  const leaves = elements.filter(
    (element) =>
      element.role === 'Figure' &&
      [...within(element)].every(({ role }, index) => !index || role !== 'Figure'),
  )
  expect(leaves).toHaveLength(edition.figures.length + 1)
  for (const { element } of leaves) {
    const alt = element.lookup(name('Alt'))
    expect(alt instanceof PDFHexString || alt instanceof PDFString).toBe(true)
    expect((alt as PDFString).decodeText().length).toBeGreaterThan(10)
  }
  const rows = elements.filter(({ role }) => role === 'TR')
  expect(rows.length).toBeGreaterThan(60)
  for (const row of rows) expect(row.children.map(({ role }) => role)).toContain('TH')
})

test('is set in its own type alone, and embeds every font', () => {
  const fonts = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.lookup(name('Type')) === name('Font'))
  const descendants = fonts.filter((font) => font.has(name('FontDescriptor')))
  expect(descendants.length).toBeGreaterThanOrEqual(3)
  const families = descendants.map((font) => {
    const descriptor = font.lookup(name('FontDescriptor'), PDFDict)
    // The name of a font subset begins with a tag: AAAAAA+NotoSerifSC-Regular.
    return descriptor.lookup(name('FontName'), PDFName).decodeText().split('+').at(-1)
  })
  expect(new Set(families)).toEqual(
    new Set(['NotoSansSC-Regular', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular']),
  )
  for (const font of fonts) {
    if (font.lookup(name('Subtype')) === name('Type0')) continue
    const descriptor = font.lookupMaybe(name('FontDescriptor'), PDFDict)
    const file = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor?.lookup(name(key)))
    expect(
      file.some((stream) => stream instanceof PDFRawStream),
      String(font),
    ).toBe(true)
  }
})

test('stays below three megabytes', () => {
  expect(bytes.length).toBeLessThan(3e6)
})
