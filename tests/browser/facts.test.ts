import { afterAll, beforeAll, expect, test } from 'vitest'
import { findIndicator } from '../../src/facts/indicator.ts'
import { formatSource } from '../../src/facts/source.ts'
import type { SourceReference } from '../../src/schemas/observation.ts'
import { publishedEdition, publishedWords } from '../charts/edition2025.ts'
import { openSite } from './site.ts'
import { chapters } from './templates.ts'

const [issues, sessions] = [
  publishedWords('consultation.issues-resolved'),
  publishedWords('consultation.sessions'),
]
const { indicators, sources } = publishedEdition
const source = formatSource(
  findIndicator(indicators, 'consultation.issues-resolved').source as SourceReference,
  sources,
)

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test('tapping a figure shows its definition, period, caveat and source without JavaScript', async () => {
  const context = await site.browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    hasTouch: true,
  })
  const page = await context.newPage()
  await page.goto(`${site.url}2025/consultation/`)
  await page.getByText(issues, { exact: true }).first().tap()
  const definition = page.locator('#def-consultation-issues-resolved')
  expect(await definition.isVisible()).toBe(true)
  const text = await definition.innerText()
  for (const words of [issues, '未公布', '已刊载', source]) expect(text).toContain(words)
  await definition.getByText('关闭').tap()
  expect(await definition.isVisible()).toBe(false)
  await context.close()
})

test('a second tap on a figure closes its definition', async () => {
  const context = await site.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const page = await context.newPage()
  await page.goto(`${site.url}2025/consultation/`)
  const figure = await page.getByText(sessions, { exact: true }).first().boundingBox()
  if (!figure) throw new Error('a figure has no box')
  await page.mouse.wheel(0, figure.y - 200)
  const open = page.locator('[popover]:popover-open')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  const box = await page.getByText(sessions, { exact: true }).first().boundingBox()
  const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10]
  await page.touchscreen.tap(x, y)
  await expect.poll(() => open.count()).toBe(1)
  await page.touchscreen.tap(x, y)
  await expect.poll(() => open.count()).toBe(0)
  await page.mouse.click(x, y)
  await expect.poll(() => open.count()).toBe(1)
  await page.mouse.click(x, y)
  await expect.poll(() => open.count()).toBe(0)
  await context.close()
})

test('a figure opens by keyboard, closes with Escape, and focus stays on it', async () => {
  const page = await site.browser.newPage()
  await page.goto(`${site.url}2025/supervision/`)
  const fact = page.getByRole('button', { name: '定义与出处' }).first()
  await fact.focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('[popover]:popover-open').count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await page.locator('[popover]:popover-open').count()).toBe(0)
  expect(await fact.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.close()
})

test('a paragraph with figures or terms is copied whole, also by a drag that begins at a figure', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
  for (const chapter of chapters) {
    await page.goto(`${site.url}2025/${chapter}/`)
    const copies = await page.locator('main p:has(.fact, .term)').evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => {
        getSelection()?.selectAllChildren(paragraph)
        return [getSelection()?.toString(), paragraph.textContent]
      }),
    )
    expect(copies.length).toBeGreaterThan(0)
    for (const [copied, text] of copies) expect(copied).toBe(text)
  }
  const last = page.locator('.fact data').last()
  await last.scrollIntoViewIfNeeded()
  const figure = await last.boundingBox()
  if (!figure) throw new Error('a figure has no box')
  await page.mouse.move(figure.x + 2, figure.y + figure.height / 2)
  await page.mouse.down()
  await page.mouse.move(figure.x + figure.width - 1, figure.y + figure.height / 2, { steps: 4 })
  await page.mouse.up()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await last.textContent())
  expect(await page.locator('[popover]:popover-open').count()).toBe(0)
  await page.close()
})

test('a sentence is found across its figures, by searching the page and by an address that quotes it', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 400 } })
  for (const chapter of chapters) {
    const address = `${site.url}2025/${chapter}/`
    await page.goto(address)
    const sentences = await page.locator('main p .fact').evaluateAll((figures) =>
      figures.map((figure) => {
        const text = figure.closest('p')?.textContent ?? ''
        const words = figure.querySelector('data')?.textContent ?? ''
        // A text fragment can only quote whole words.
        return text.split(/(?<=[，。；：])/).find((clause) => clause.includes(words)) ?? ''
      }),
    )
    expect(sentences.length).toBeGreaterThan(0)
    for (const sentence of sentences) {
      await page.evaluate('getSelection().removeAllRanges()')
      expect(await page.evaluate(`find(${JSON.stringify(sentence)})`), sentence).toBe(true)
    }
    await page.goto('about:blank')
    await page.goto(`${address}#:~:text=${encodeURIComponent(sentences.at(-1) ?? '')}`)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  }
  await page.close()
})

test('where popovers are not known, a figure leads to its definition at the end of the text', async () => {
  const context = await site.browser.newContext({
    viewport: { width: 390, height: 844 },
    bypassCSP: true,
  })
  const page = await context.newPage()
  await page.route('**/2025/consultation/', async (route) => {
    const html = await (await route.fetch()).text()
    const older = html
      .replaceAll(':popover-open', ':unknown-to-older-engines')
      .replaceAll(/ popover(target)?(?=[ =>])/g, ' data-unknown$1')
    await route.fulfill({ body: older, contentType: 'text/html; charset=utf-8' })
  })
  await page.goto(`${site.url}2025/consultation/`)
  await page
    .getByRole('link', { name: new RegExp(`^${issues}`) })
    .first()
    .click()
  expect(page.url()).toContain('#def-consultation-issues-resolved')
  const definition = page.locator('#def-consultation-issues-resolved')
  await expect
    .poll(() => definition.evaluate((el) => el.getBoundingClientRect().top))
    .toBeLessThan(844)
  expect(await definition.isVisible()).toBe(true)
  const last = page.locator('.prose').last()
  const [text, note] = [await last.boundingBox(), await definition.boundingBox()]
  expect(note?.y).toBeGreaterThan((text?.y ?? Number.NaN) + (text?.height ?? 0) - 1)
  await context.close()
})

test('in print every figure of the prose carries a note number that stands in the notes', async () => {
  const page = await site.browser.newPage()
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${site.url}2025/supervision/`)
  const numbers = await page
    .locator('.fact')
    .evaluateAll((facts) =>
      facts.map((fact) => getComputedStyle(fact, '::after').content.match(/\d+/)?.[0]),
    )
  const notes = (await page.locator('.margin-note .n').allInnerTexts()).map((words) =>
    words.replace(/^注\s*/, ''),
  )
  expect(numbers.length).toBeGreaterThan(5)
  for (const number of numbers) expect(notes).toContain(number)
  await page.close()
})
