import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const open = async (path: string): Promise<Page> => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${site.url}${path}`)
  return page
}

/** Ends a composition with a key, in Safari's order of events; returns whether the page handled the key. */
const composeAndPress = (on: Locator, key: string) =>
  on.evaluate((target, name) => {
    target.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    target.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '镇' }))
    const how = { key: name, keyCode: 229, isComposing: false, bubbles: true, cancelable: true }
    return !target.dispatchEvent(new KeyboardEvent('keydown', how))
  }, key)

/** The keys that the page handles although a modifier is held. */
const takenWith = (on: Locator, modifiers: readonly string[], keys: readonly string[]) =>
  on.evaluate(
    (target, [held, pressed]) =>
      held.flatMap((modifier) =>
        pressed
          .filter((key) => {
            const how = { key, [modifier]: true, bubbles: true, cancelable: true }
            return !target.dispatchEvent(new KeyboardEvent('keydown', how))
          })
          .map((key) => `${modifier} ${key}`),
      ),
    [modifiers, keys] as const,
  )

const browserHeld = ['ctrlKey', 'altKey', 'metaKey']
const keys = [
  ...['Enter', 'Escape', ' ', 'Home', '+', '=', '-', '/', 'k'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]

const openDialog = async (page: Page) => {
  await page.locator('[data-search-open]').first().click()
  const dialog = page.locator('dialog.search-dialog[open]')
  const field = dialog.locator('[role=combobox]')
  await field.fill('凤桥镇')
  await dialog.locator('[data-state=done] [data-result]').first().waitFor()
  return { dialog, field }
}

test('an input method that ends with Enter or Escape chooses and closes nothing in the search dialog', async () => {
  const page = await open('2025/learning/')
  const { dialog, field } = await openDialog(page)
  for (const key of ['Enter', 'Escape', 'ArrowDown']) {
    await field.press('ArrowDown')
    expect(await composeAndPress(field, key), key).toBe(false)
    await dialog.locator('[data-state=done]').waitFor()
  }
  expect(await dialog.isVisible()).toBe(true)
  expect(page.url()).toBe(`${site.url}2025/learning/`)
  await field.fill('')
  expect(await composeAndPress(field, 'Escape')).toBe(false)
  expect(await dialog.isVisible()).toBe(true)
  await page.close()
})

test('the search field leaves every key with a modifier, Shift too, to browser and system', async () => {
  const page = await open('2025/learning/')
  const { dialog, field } = await openDialog(page)
  await field.press('ArrowDown')
  expect(await takenWith(field, [...browserHeld, 'shiftKey'], keys)).toEqual([])
  expect(await dialog.isVisible()).toBe(true)
  await page.close()
})

test('an input method that ends with Enter or Escape in the map’s filter chooses nothing', async () => {
  const page = await open('2025/map/')
  const field = page.locator('[data-map] [name=q]')
  await field.pressSequentially('凤')
  await expect.poll(() => page.locator('[data-map-list] [data-town]:visible').count()).toBe(1)
  for (const key of ['Enter', 'Escape']) expect(await composeAndPress(field, key), key).toBe(false)
  expect(await field.inputValue()).toBe('凤')
  expect(await page.locator('[data-map] [data-chosen]').count()).toBe(0)
  await page.close()
})

test('on the map no key of an input method chooses or clears the choice, and none with a modifier is handled', async () => {
  const page = await open('2025/map/')
  await page.locator('[data-map-stage]').scrollIntoViewIfNeeded()
  await page.waitForSelector('[data-map][data-state=ready]')
  const live = page.locator('[data-map-live]')
  const chosen = page.locator('[data-map-list] [data-chosen]')
  await live.focus()
  await live.press('ArrowRight')
  expect(await composeAndPress(live, 'Enter')).toBe(false)
  expect(await chosen.count()).toBe(0)
  await live.press('Enter')
  expect(await chosen.count()).toBe(1)
  expect(await composeAndPress(live, 'Escape')).toBe(false)
  expect(await chosen.count()).toBe(1)

  expect(await takenWith(live, browserHeld, keys)).toEqual([])
  const shifted = ['Enter', 'Escape', ' ', 'Home', '/', 'k']
  expect(await takenWith(live, ['shiftKey'], shifted)).toEqual([])
  expect(await chosen.count()).toBe(1)
  await page.close()
})

test('a figure that is read by arrows leaves them to browser and system with a modifier', async () => {
  const page = await open('2025/charts/sessions/')
  const plate = page.locator('figure read-marks')
  await plate.focus()
  expect(await takenWith(plate, [...browserHeld, 'shiftKey'], keys)).toEqual([])
  expect(await plate.locator('[role=status]').textContent()).toBe('')
  expect(await page.locator('read-marks:focus').count()).toBe(1)
  await page.close()
})

test('no single key does anything where nothing has the focus', async () => {
  for (const path of ['', '2025/learning/', '2025/charts/sessions/', '2025/map/', 'search/']) {
    const page = await open(path)
    const typed = [...'abcdefghijklmnopqrstuvwxyz0123456789/?.,;+-=[]']
    const taken = await page.evaluate(
      (all) =>
        all.filter((key) => {
          const how = { key, bubbles: true, cancelable: true }
          return !document.body.dispatchEvent(new KeyboardEvent('keydown', how))
        }),
      typed,
    )
    expect(taken, path).toEqual([])
    expect(await page.locator('dialog[open]').count(), path).toBe(0)
    await page.close()
  }
})

test('a click that opens a new tab neither closes the search nor chooses on the map', async () => {
  const clickWithCtrl = (link: Locator) =>
    link.evaluate((target) => {
      // The new tab itself need not open in this test.
      addEventListener('click', (event) => event.preventDefault(), { once: true })
      target.dispatchEvent(
        new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }),
      )
    })
  const page = await open('2025/learning/')
  const { dialog } = await openDialog(page)
  await clickWithCtrl(dialog.locator('[data-result] a').first())
  expect(await dialog.isVisible()).toBe(true)

  await page.goto(`${site.url}2025/map/`)
  await page.locator('[data-map-stage]').scrollIntoViewIfNeeded()
  await page.waitForSelector('[data-map][data-state=ready]')
  await clickWithCtrl(page.locator('[data-map-list] [data-town] [data-name] a').first())
  expect(await page.locator('[data-map] [data-chosen]').count()).toBe(0)
  await page.close()
})
