import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const field = 'main [name=q]'

/** Opens a page that counts changes of its history, and throws after `most` of them as Safari does. */
async function open(path: string, most: number) {
  const page = await site.browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.addInitScript((limit) => {
    const counted = window as unknown as { changes: number }
    counted.changes = 0
    for (const change of ['pushState', 'replaceState'] as const) {
      const really = history[change].bind(history)
      history[change] = (...how) => {
        if (++counted.changes > limit) throw new DOMException('too often', 'SecurityError')
        really(...how)
      }
    }
  }, most)
  await page.goto(`${site.url}${path}`)
  // The scripts are loaded when the reader comes near.
  await page.locator(field).focus()
  await page.locator('main [role=combobox], [data-map][data-state=ready]').first().waitFor()
  return { page, errors }
}

/** Types letters faster than a person can. */
const type = (page: Page, texts: readonly string[]) =>
  page.locator(field).evaluate(
    (input, values) => {
      for (const value of values) {
        ;(input as HTMLInputElement).value = value
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
    },
    [...texts],
  )

const changes = (page: Page) =>
  page.evaluate(() => (window as unknown as { changes: number }).changes)
const query = (page: Page) => new URL(page.url()).searchParams.get('q')

const pages = [
  ['search', 'search/', '[data-search-results][data-state=done] [data-result]'],
  ['map', '2025/map/', '[data-map-list] [data-town]:visible'],
] as const

test.each(pages)(
  'on the %s page a word typed in one go changes the address a few times, and ends right',
  async (_, path, answer) => {
    const { page } = await open(path, 1e6)
    await type(page, ['凤', '凤桥', '凤桥镇'])
    await page.locator(answer).filter({ hasText: '凤桥镇' }).first().waitFor()
    await expect.poll(() => query(page)).toBe('凤桥镇')
    await type(page, [...'凤桥镇'.repeat(40)].map((letter) => `凤桥${letter}`).concat('凤桥'))
    await expect.poll(() => query(page)).toBe('凤桥')
    expect(await changes(page)).toBeLessThan(8)
    await page.close()
  },
)

test.each(pages)(
  'on the %s page an address that may not change keeps nothing from being answered',
  async (_, path, answer) => {
    const { page, errors } = await open(path, 1)
    for (const word of ['新丰镇', '余新镇', '凤桥镇']) {
      await page.locator(field).fill(word)
      await page.locator(answer).filter({ hasText: word }).first().waitFor()
    }
    if (path.includes('map')) expect(await page.locator(answer).count()).toBe(1)
    await expect.poll(() => changes(page)).toBeGreaterThan(1)
    expect(errors).toEqual([])
    await page.close()
  },
)

test('a choice on the map is a step of its own after the whole word typed before it', async () => {
  const { page } = await open('2025/map/', 1e6)
  await page.evaluate((selector) => {
    const input = document.querySelector<HTMLInputElement>(selector)
    for (const value of ['凤', '凤桥', '凤桥镇']) {
      if (input) input.value = value
      input?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    document.querySelector<HTMLElement>('[data-map-list] [data-town]:not([hidden]) a')?.click()
  }, field)
  await expect.poll(() => new URL(page.url()).searchParams.get('town')).not.toBeNull()
  expect(query(page)).toBe('凤桥镇')
  await page.goBack()
  await expect.poll(() => new URL(page.url()).searchParams.get('town')).toBeNull()
  expect(query(page)).toBe('凤桥镇')
  await page.goBack()
  await expect.poll(() => query(page)).toBeNull()
  expect(await page.locator(field).inputValue()).toBe('')
  await page.close()
})

test('who follows a result at once comes back to the whole word, not to its beginning', async () => {
  const { page } = await open('search/', 1e6)
  await page.locator(field).evaluate(async (input) => {
    const results = document.querySelector<HTMLElement>('[data-search-results]')
    for (const value of ['凤', '凤桥镇']) {
      ;(input as HTMLInputElement).value = value
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      do await new Promise((done) => setTimeout(done))
      while (results?.dataset.state !== 'done')
    }
    results?.querySelector<HTMLElement>('[data-result] a')?.click()
  })
  await page.waitForURL(/2025/)
  await page.goBack()
  expect(query(page)).toBe('凤桥镇')
  await page.close()
})
