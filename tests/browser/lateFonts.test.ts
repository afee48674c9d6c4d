import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite } from './site.ts'
import { templates } from './templates.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** Collects every layout shift of the page after it is complete, with the moved elements; fonts load after that. */
const watchShifts = `window.shifts = []
new PerformanceObserver((list) => {
  const [{ domContentLoadedEventEnd: whole }] = performance.getEntriesByType('navigation')
  for (const { value, startTime, sources } of list.getEntries())
    if (whole > 0 && startTime >= whole) window.shifts.push(value.toFixed(4) + ' ' + sources.map(({ node: n }) => {
      const element = n instanceof Element ? n : n?.parentElement
      return element ? element.localName + '.' + element.getAttribute('class') + '「' + element.textContent.trim().slice(0, 12) + '」' : '?'
    }).join('、'))
}).observe({ type: 'layout-shift', buffered: true })`

describe.concurrent.each(templates)('/%s', (path) => {
  test.each([
    { width: 390, fonts: 'late' },
    { width: 390, fonts: 'never' },
    { width: 1440, fonts: 'late' },
    { width: 1440, fonts: 'never' },
  ])('moves nothing at $width px when its fonts come $fonts', async ({ width, fonts }) => {
    const context = await site.browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.addInitScript(watchShifts)
    let asked = 0
    await page.route('**/*.woff2', async (route) => {
      asked++
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return fonts === 'never' ? route.abort() : route.continue()
    })
    await page.goto(site.url + path)
    const shifts = await page.evaluate(async () => {
      await document.fonts.ready
      for (let frame = 0; frame < 3; frame++)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      return (window as unknown as { shifts: string[] }).shifts
    })
    expect(asked, '没有请求字体').toBeGreaterThan(0)
    expect(shifts, `/${path} 在 ${width} 像素下移动了`).toEqual([])
    await context.close()
  })
})
