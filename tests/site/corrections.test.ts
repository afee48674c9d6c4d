import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { beforeAll, expect, test } from 'vitest'
import { readPages } from '../report/pdfText.ts'
import { openBuild } from '../services.ts'
import { builtPages } from './builtPages.ts'

/** The fictional edition has one correction. */
const number = 'public-opinion.submitted'
let folder: string
beforeAll(async () => {
  folder = (await openBuild('complete')).folder
})

const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const page = (path: string) => parseHTML(read(`${path}index.html`)).document
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ')

test('a corrected number is marked wherever a page gives it, and no other is', () => {
  for (const path of ['2099/public-opinion/', '2099/data/', '2099/charts/submissions/']) {
    const marked = [...page(path).querySelectorAll('data')].map((each) => [
      each.getAttribute('data-indicator'),
      each.getAttribute('data-corrected'),
    ])
    const those = marked.filter(([id]) => id === number)
    expect(those.length, path).toBeGreaterThan(0)
    expect(new Set(those.map(([, mark]) => mark)), path).toEqual(new Set(['更正']))
    expect(marked.filter(([id, mark]) => id !== number && mark !== null)).toEqual([])
  }
})

test('its definition says what it was, since when and why, and leads to the list', () => {
  const chapter = page('2099/public-opinion/')
  const definition = chapter.querySelector('#def-public-opinion-submitted')
  expect(words(definition)).toContain('原作累计510篇，2100年1月8日更正')
  expect(words(definition)).toContain('年末报送的漏计')
  const [path, id] =
    definition?.querySelector('.corrected a')?.getAttribute('href')?.split('#') ?? []
  expect(path).toBe('/about/')
  const row = page('about/').getElementById(String(id))
  for (const part of ['2100年1月8日', '2099年版', '累计510篇', '累计512篇', '漏计'])
    expect(words(row)).toContain(part)
  const button = chapter.querySelector('.fact button[popovertarget="def-public-opinion-submitted"]')
  expect(button?.getAttribute('aria-label')).toMatch(/^累计512篇，已更正，/)
})

test('a picture of it, and its frame in another site, say what it was', () => {
  const said = '报送社情民意信息篇数原作累计510篇，2100年1月8日更正'
  expect(read('2099/charts/submissions.svg')).toContain(said)
  for (const path of ['2099/charts/submissions/', '2099/charts/submissions/embed/'])
    expect(words(page(path).querySelector('.figure .src')), path).toContain(said)
  expect(read('2099/charts/sessions.svg')).not.toContain('更正')
})

test('subscribers, downloads and the PDF are told too', async () => {
  expect(read('feed.xml')).toContain('更正：报送社情民意信息篇数，累计510篇改为累计512篇')
  expect(read('2099/data/corrections.csv')).toContain('累计510篇,累计512篇,2100-01-08')
  expect(JSON.parse(read('2099/data/corrections.json')).records).toMatchObject([
    { indicator: number },
  ])
  const { records } = JSON.parse(read('2099/data/indicators.json'))
  const corrected = records.filter(({ corrections }: { corrections: [] }) => corrections.length > 0)
  expect(corrected).toMatchObject([{ id: number, corrections: [{ old: '累计510篇' }] }])
  const pdf = await readPages(readFileSync(join(folder, '2099/report.pdf')))
  const text = pdf.map((each) => each.text).join('')
  expect(text.replace(/\s/g, '')).toContain('原作累计510篇，2100年1月8日更正')
})

test('a site without corrections says so once, and marks nothing', () => {
  const said = builtPages.filter(({ document }) =>
    words(document.querySelector('main'))?.includes('尚无更正'),
  )
  const marked = builtPages.filter(({ document }) => document.querySelector('[data-corrected]'))
  expect(said.length === 0 ? marked.length > 0 : marked.length === 0).toBe(true)
  expect(said.length).toBeLessThan(2)
})
