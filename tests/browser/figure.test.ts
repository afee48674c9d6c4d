import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
let host: Server
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  host?.close()
  await site?.close()
})

const open = async (path: string, options = {}): Promise<Page> => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 }, ...options })
  await page.goto(`${site.url}${path}`)
  return page
}

/** The rows of a figure's table that describe its marks, as the live region says them. */
const rowsOf = (page: Page) =>
  page
    .locator('figure tr[data-reads]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...(row as HTMLTableRowElement).cells]
          .map((cell) => [cell.dataset.label, cell.textContent].join(' ').trim())
          .join('；'),
      ),
    )

test('a figure is walked by keyboard: arrows move between marks, the live region says their row, Escape leaves', async () => {
  const page = await open('2025/charts/sessions/')
  const rows = await rowsOf(page)
  expect(rows).toHaveLength(2)
  const plate = page.locator('figure read-marks')
  const said = plate.locator('[role=status]')
  await plate.focus()
  expect(await said.textContent()).toBe('')
  const walked: (string | null)[] = []
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
    await page.keyboard.press(key)
    walked.push(await said.textContent())
    expect(await plate.locator('svg:visible path.at.on').count()).toBe(1)
  }
  expect(walked).toEqual([rows[0], rows[1], rows[0], rows[1]])
  expect(walked[0]).toContain('2025年第四季度')
  expect(walked[1]).toContain('未公布')
  await page.keyboard.press('Escape')
  expect(await said.textContent()).toBe('')
  expect(await page.locator('read-marks:focus').count()).toBe(0)
  expect(
    await plate.locator('svg').evaluateAll((all) => all.map((svg) => svg.getAttribute('role'))),
  ).toEqual(['img', 'img', 'img'])
  await page.close()
})

test('hover and touch say the row of the mark under them, and nothing elsewhere', async () => {
  const page = await open('2025/charts/sessions/', { hasTouch: true })
  const rows = await rowsOf(page)
  const said = page.locator('figure read-marks [role=status]')
  const svg = page.locator('figure svg:visible')
  await svg.scrollIntoViewIfNeeded()
  const box = await svg.boundingBox()
  const tile = await svg.locator('[data-marks] path').first().boundingBox()
  if (!box || !tile) throw new Error('图没有画出来')
  await page.mouse.move(tile.x + tile.width / 2, tile.y + tile.height / 2)
  expect(await said.textContent()).toBe(rows[0])
  await page.mouse.move(box.x + 2, box.y + 2)
  expect(await said.textContent()).toBe('')
  await page.touchscreen.tap(tile.x + tile.width / 2, tile.y + tile.height / 2)
  expect(await said.textContent()).toBe(rows[0])
  await page.close()
})

test('an embed page stands in a frame on another origin and tells its height, nothing else', async () => {
  const frame = `${site.url}2025/charts/submissions/embed/`
  host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><title>别的网站</title><iframe title="图" src="${frame}" width="360"></iframe><script>window.told=[];addEventListener('message',e=>told.push({origin:e.origin,data:e.data}))</script>`,
    )
  }).listen(0)
  const page = await site.browser.newPage()
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => (window as unknown as { told: unknown[] }).told.length > 0)
  const told = await page.evaluate(
    () =>
      (window as unknown as { told: { origin: string; data: { type: string; height: number } }[] })
        .told,
  )
  for (const { origin, data } of told) {
    expect(origin).toBe(new URL(site.url).origin)
    expect(Object.keys(data).sort()).toEqual(['height', 'type'])
    expect(data.type).toBe('height')
  }
  const inside = page.frameLocator('iframe')
  const tall = await inside
    .locator('html')
    .evaluate((element) => (element as HTMLElement).offsetHeight)
  expect(told.at(-1)?.data.height).toBe(tall)
  expect(await inside.locator('figure[data-figure=submissions] svg:visible').count()).toBe(1)
  expect(await inside.locator('header.bar, footer, nav, search').count()).toBe(0)
  const before = told.length
  await inside.locator('summary').click()
  await page.waitForFunction(
    (count) => (window as unknown as { told: unknown[] }).told.length > count,
    before,
  )
  await page.close()
})

test('every figure answers with page, embed page and files; its SVG is XML and its pictures open', async () => {
  const page = await open('2025/charts/')
  const ids = await page
    .locator('figure[data-figure]')
    .evaluateAll((figures) => figures.map((figure) => figure.getAttribute('data-figure') ?? ''))
  expect(ids.length).toBeGreaterThanOrEqual(10)
  const failures = await page.evaluate(async (all) => {
    const wrong: string[] = []
    for (const id of all) {
      for (const end of ['/', '/embed/', '.csv', '.svg', '.png', '.poster.png', '.slide.png']) {
        const response = await fetch(`/2025/charts/${id}${end}`)
        if (response.status !== 200) wrong.push(`${id}${end} ${response.status}`)
        if (end === '.svg') {
          const svg = new DOMParser().parseFromString(await response.text(), 'image/svg+xml')
          if (svg.querySelector('parsererror') || svg.documentElement.localName !== 'svg')
            wrong.push(`${id}.svg`)
        }
        if (end.endsWith('.png')) {
          const picture = new Image()
          picture.src = `/2025/charts/${id}${end}`
          await picture.decode().catch(() => wrong.push(`${id}${end}`))
          if (picture.naturalWidth < 1000) wrong.push(`${id}${end} ${picture.naturalWidth}`)
        }
      }
    }
    return wrong
  }, ids)
  expect(failures).toEqual([])
  await page.close()
})
