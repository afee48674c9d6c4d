import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'

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
  await page.locator('.fact', { hasText: '80余个' }).first().tap()
  const definition = page.locator('#def-consultation-issues-resolved')
  expect(await definition.isVisible()).toBe(true)
  const text = await definition.innerText()
  for (const words of ['80余个', '期间未公布', '已刊载', '原文第一部分第2段', '企业疑难问题80余个'])
    expect(text).toContain(words)
  await definition.getByText('关闭').tap()
  expect(await definition.isVisible()).toBe(false)
  await context.close()
})

test('a figure opens by keyboard, closes with Escape, and focus stays on it', async () => {
  const page = await site.browser.newPage()
  await page.goto(`${site.url}2025/supervision/`)
  const fact = page.locator('.fact').first()
  await fact.focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('[popover]:popover-open').count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await page.locator('[popover]:popover-open').count()).toBe(0)
  expect(await fact.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.close()
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
  const notes = await page.locator('.margin-note .n').allInnerTexts()
  expect(numbers.length).toBeGreaterThan(5)
  for (const number of numbers) expect(notes).toContain(number)
  await page.close()
})
