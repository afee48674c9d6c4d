import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'
import { chapters, templates } from './templates.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const mode = () => document.documentElement.dataset.mode

test('one tap sets 关怀版, and the device remembers it on the next page', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(site.url)
  await page.getByRole('button', { name: '关怀版' }).click()
  expect(await page.evaluate(mode)).toBe('care')
  await page.goto(`${site.url}2025/supervision/`)
  expect(await page.evaluate(mode)).toBe('care')
  await page.getByRole('button', { name: '退出关怀版' }).click()
  expect(await page.evaluate(mode)).toBeUndefined()
  await page.close()
})

test.each([390, 768, 1440])(
  '?care=1 opens a page at %i px in 关怀版 with text of at least 18 pt, large targets and no sideways scrolling',
  async (width) => {
    const page = await site.browser.newPage({ viewport: { width, height: 844 } })
    for (const path of templates) {
      await page.goto(`${site.url}${path}?care=1`)
      const { small, low, overflow } = await page.evaluate(() => {
        const main = document.querySelector('main')
        const shown = [
          ...(main?.querySelectorAll('p, li, td, th, dd, summary, label, input, figcaption') ?? []),
        ].filter(
          (element) =>
            element.checkVisibility() && element.textContent?.trim() && !element.closest('svg'),
        )
        const name = (element: Element) =>
          `${element.localName}.${element.className}：${element.textContent?.trim().slice(0, 12)}`
        return {
          small: shown
            .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 24)
            .map(name),
          low: [...document.querySelectorAll('body > header a, body > header button, summary')]
            .filter(
              (element) => element.checkVisibility() && element.getBoundingClientRect().height < 44,
            )
            .map(name),
          overflow: document.documentElement.scrollWidth - innerWidth,
        }
      })
      expect(small, `${path} 小于 18 磅`).toEqual([])
      expect(low, `${path} 矮于 44 像素`).toEqual([])
      expect(overflow, `${path} 横向溢出`).toBeLessThanOrEqual(0)
    }
    await page.close()
  },
)

test('every page says whose it is and names all chapters, within one tap and without JavaScript', async () => {
  for (const width of [320, 390, 768, 1440]) {
    const page = await site.browser.newPage({
      viewport: { width, height: 700 },
      javaScriptEnabled: false,
    })
    for (const path of ['', '2025/proposals/', '2025/map/', 'search/']) {
      await page.goto(`${site.url}${path}`)
      const bar = page.locator('body > header')
      expect(await bar.getByRole('link', { name: '嘉兴市南湖区政协' }).isVisible()).toBe(true)
      const menu = bar.getByRole('button', { name: '目录' })
      if (await menu.isVisible()) await menu.click()
      const names = await bar
        .getByRole('navigation', { name: '章目' })
        .getByRole('link')
        .allInnerTexts()
      expect(names.map((name) => name.replace(/^[一二三四五六]?\s*/, ''))).toEqual(
        expect.arrayContaining([
          '政企协商会',
          '民主监督',
          '提案办理',
          '社情民意',
          '书香政协',
          '展望',
        ]),
      )
    }
    await page.close()
  }
})

test('the bar of 关怀版 keeps the contents and the way out in sight', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 700 } })
  await page.goto(`${site.url}2025/learning/?care=1`)
  await page.mouse.wheel(0, 2000)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000)
  for (const name of ['目录', '退出关怀版']) {
    const box = await page.getByRole('button', { name }).boundingBox()
    expect(box?.y, name).toBeGreaterThanOrEqual(0)
    expect(box?.y, name).toBeLessThan(60)
  }
  await page.close()
})

test('the longest chapter of 关怀版 is read in seven screens of a phone, each figure leading to its own page', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
  for (const chapter of chapters) {
    await page.goto(`${site.url}2025/${chapter}/?care=1`)
    const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight)
    expect(screens, chapter).toBeLessThanOrEqual(7)
    const figures = page.locator('.figure')
    for (let index = 0; index < (await figures.count()); index++) {
      const figure = figures.nth(index)
      expect(await figure.locator('.headline').isVisible()).toBe(true)
      expect(await figure.getByRole('link').count()).toBe(1)
    }
  }
  await page.close()
})

test('the scheme a reader chooses outlives the page, whatever the system asks for', async () => {
  const page = await site.browser.newPage({ colorScheme: 'light' })
  await page.goto(site.url)
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await page.getByRole('button', { name: '深色' }).click()
  const dark = await paper()
  expect(dark).not.toBe(light)
  await page.goto(`${site.url}2025/outlook/`)
  expect(await paper()).toBe(dark)
  const chosen = page.locator('[data-scheme][aria-pressed="true"]')
  expect(await chosen.textContent()).toContain('深色')
  await page.getByRole('button', { name: '随系统' }).click()
  expect(await paper()).toBe(light)
  await page.close()
})

test('a page printed in the dark is printed on white', async () => {
  const page = await site.browser.newPage({ colorScheme: 'dark' })
  await page.goto(site.url)
  await page.getByRole('button', { name: '深色' }).click()
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
  await page.close()
})

test.each([true, false])(
  'a page knows what only paper shows, JavaScript or not: %s',
  async (javaScriptEnabled) => {
    const page = await site.browser.newPage({ javaScriptEnabled })
    await page.goto(`${site.url}2025/map/`)
    expect(await page.locator('.foot .cols').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.foot .cols').isVisible()).toBe(false)
    await page.close()
  },
)

test('the chapter’s bar shows how far one has read, unless motion is unwanted', async () => {
  const read = async (reducedMotion: 'reduce' | 'no-preference') => {
    const page = await site.browser.newPage({ reducedMotion })
    await page.goto(`${site.url}2025/outlook/`)
    const shown = () =>
      page.evaluate(async () => {
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
        const bar = document.querySelector('.progress') as Element
        return new DOMMatrix(getComputedStyle(bar).transform).a
      })
    const atTop = await shown()
    await page.evaluate(() => scrollTo(0, (document.body.scrollHeight - innerHeight) / 2))
    const halfWay = await shown()
    await page.close()
    return { atTop, halfWay }
  }
  const moving = await read('no-preference')
  expect(moving.atTop).toBeCloseTo(0)
  expect(moving.halfWay).toBeCloseTo(0.5, 1)
  expect((await read('reduce')).halfWay).toBe(0)
})
