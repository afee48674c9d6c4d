import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from '../site/builtPages.ts'
import { lendPages } from './lendPages.ts'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
let withPage: ReturnType<typeof lendPages>
beforeAll(async () => {
  site = await openSite()
  // A reader's own style sheet is not subject to the page's policy.
  withPage = lendPages(site.browser, { bypassCSP: true })
})
afterAll(() => site.close())

/** The spacing that readers may set according to WCAG 1.4.12. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }`

/** How far the page extends beyond the window, what extends there, and elements that cut off their text. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const name = (element: Element) =>
      `${element.localName}${element.id && `#${element.id}`}.${element.getAttribute('class')}「${element.textContent?.trim().slice(0, 12)}」`
    const shown = [...document.querySelectorAll('body *')].filter(
      // The live map is a window onto something larger.
      (element) => element.checkVisibility() && !element.closest('svg, [data-map-live]'),
    )
    const clips = (element: Element) => {
      const { overflowX, overflowY, clipPath, lineHeight } = getComputedStyle(element)
      // Text for screen readers only is clipped on purpose.
      if (clipPath !== 'none' || !element.textContent?.trim()) return false
      const slack = 1
      const line = Number.parseFloat(lineHeight) || 0
      return (
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + slack) ||
        (/hidden|clip/.test(overflowY) &&
          element.scrollHeight > element.clientHeight + Math.max(slack, line / 4))
      )
    }
    const wide = document.documentElement.scrollWidth - innerWidth
    const scrolls = (element: Element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true
      return false
    }
    return {
      beyond:
        wide > 0
          ? shown
              .filter(
                (element) =>
                  element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element),
              )
              .slice(0, 5)
              .map((element) => `${name(element)} 超出 ${wide} 像素`)
          : [],
      clipped: shown.filter(clips).map(name),
    }
  })

const windows = [
  { name: 'a window of 320 px', width: 320, spaced: false },
  { name: '1440 px zoomed to 200 %', width: 720, spaced: false },
  { name: 'the reader’s text spacing at 390 px', width: 390, spaced: true },
  { name: 'the reader’s text spacing at 1440 px', width: 1440, spaced: true },
  { name: '640 px zoomed to 200 %, spaced', width: 320, spaced: true },
]

describe.concurrent.each(builtPages.map(({ path }) => path))('%s', (path) => {
  test('neither scrolls sideways nor cuts off text, however narrow the window and wide the spacing', () =>
    withPage(async (page) => {
      await page.setViewportSize({ width: 320, height: 450 })
      await page.goto(new URL(path.slice(1), site.url).href)
      const style = await page.addStyleTag({ content: spacing })
      await page.evaluate(() => document.fonts.ready)
      for (const { name, width, spaced } of windows) {
        await page.setViewportSize({ width, height: 450 })
        await style.evaluate((element, off) => {
          ;(element as HTMLStyleElement).disabled = off
        }, !spaced)
        expect(await cut(page), `${path}：${name}`).toEqual({ beyond: [], clipped: [] })
      }
    }))
})
