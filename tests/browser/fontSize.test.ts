import { globSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'
import { templates } from './templates.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** Text that spans the window, whose size depends on the window's. */
const spanning = '.nameplate, .nameplate *, .cover .year'

/** The size of every element with text of its own, in the order of the page; drawings have their own units. */
const sizes = (page: Page) =>
  page.evaluate(
    (apart) =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter(
          (element) =>
            !element.closest('svg, script, style, template, [data-map-live]') &&
            !element.matches(apart) &&
            [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
        )
        .map((element) => ({
          name: `${element.localName}.${element.className}「${element.textContent?.trim().slice(0, 12)}」`,
          size: Number.parseFloat(getComputedStyle(element).fontSize),
        })),
    spanning,
  )

/** What extends beyond the window on either side. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const scrolls = document.documentElement.scrollWidth > innerWidth
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        if (!element.checkVisibility() || element.closest('svg, [data-map-live], .water'))
          return false
        const { left, right } = element.getBoundingClientRect()
        return left < -1 || (scrolls && right > innerWidth + 1)
      })
      .map(
        (element) =>
          `${element.localName}.${element.className}「${element.textContent?.trim().slice(0, 12)}」${Math.round(element.getBoundingClientRect().right)}`,
      )
      .slice(0, 8)
  })

test.each(templates)(
  'on %s the text is as much larger as the reader sets it in the browser, and nothing scrolls sideways',
  async (path) => {
    const context = await site.browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    const open = async (standard: number) => {
      await client.send('Page.setFontSizes', { fontSizes: { standard } })
      await page.goto(`${site.url}${path}`)
      return sizes(page)
    }
    const usual = await open(16)
    expect(usual.length).toBeGreaterThan(3)
    for (const standard of [20, 24]) {
      const larger = await open(standard)
      const grown = (standard / 16).toFixed(2)
      const wrong = larger.flatMap(({ name, size }, index) => {
        const growth = (size / (usual[index]?.size ?? 0)).toFixed(2)
        return growth === grown ? [] : [`${name} ${growth}`]
      })
      expect(wrong, `${standard} px`).toEqual([])
      expect(await beyond(page), `${standard} px`).toEqual([])
    }
    await context.close()
  },
)

test('no stylesheet sets type in px but that of drawings, whose units are their own', () => {
  const drawings = /\.chart\.cut-|\.map-w |\.legend svg/
  const wrong = globSync('src/styles/**/*.css').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(
      ([, selector = '', rules = '']) =>
        (rules.match(/(?:^|[\s;])(?:font(?:-size)?|--t-[\w-]+):[^;]*\dpx[^;]*/g) ?? [])
          .filter(() => !drawings.test(selector))
          .map((rule) => `${file} ${selector.trim()} ${rule.trim()}`),
    ),
  )
  expect(wrong).toEqual([])
})
