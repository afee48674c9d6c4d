import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crowdSize } from '../map/exampleRosters.ts'
import { openBuild, type ServedBuild } from '../services.ts'
import { dist } from '../site/builtPages.ts'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
let build: ServedBuild
beforeAll(async () => {
  site = await openSite()
  build = await openBuild('crowd')
})
afterAll(() => site.close())

test('a crowd of points does not make the page heavier before the map is opened', async () => {
  const size = (folder: string) => statSync(join(folder, '2025/map/index.html')).size
  expect(size(build.folder)).toBeLessThanOrEqual(size(dist))
  const page = await site.browser.newPage({ viewport: { width: 390, height: 400 } })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${build.url}2025/map/`, { waitUntil: 'networkidle' })
  expect(asked.filter((url) => /leaflet|live|geojson/i.test(url))).toEqual([])
  await page.close()
})

test('the map opens on named clusters, takes one apart, and shows a point chosen in the list', async () => {
  const page = await site.browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${build.url}2025/map/`)
  await page.locator('[data-map-stage]').scrollIntoViewIfNeeded()
  await page.waitForSelector('[data-map][data-state=ready]')
  const clusters = page.locator('[data-map-live] path.cluster')
  const counts = await clusters.evaluateAll((marks) =>
    marks.map((mark) => Number(mark.getAttribute('data-cluster'))),
  )
  const singles = await page.locator('[data-map-live] path.placed').count()
  expect(counts.reduce((sum, count) => sum + count, 0) + singles).toBe(crowdSize)
  expect(await clusters.first().getAttribute('aria-label')).toMatch(/^\d+个联系点$/)
  expect(await page.locator('[data-map-live] path').count()).toBeLessThan(400)

  const before = await clusters.count()
  await clusters.first().click()
  await expect.poll(() => clusters.count()).not.toBe(before)

  await page.fill('[data-map] [name=q]', '丙火100')
  const entry = page.locator('[data-map-list] [data-point] a:visible').first()
  await entry.click()
  await expect.poll(() => page.locator('[data-map-live] path.placed[data-chosen]').count()).toBe(1)
  expect(errors).toEqual([])
  await page.close()
})

/** Opens the map with the roster unreachable, runs the steps, and expects no error of the page's own. */
async function withoutRoster(steps: (page: Page, restore: () => Promise<void>) => Promise<void>) {
  const context = await site.browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    geolocation: { longitude: 123.5, latitude: 30.25 },
    permissions: ['geolocation'],
  })
  await context.route(/liaison-points\.geojson/, (route) => route.abort('internetdisconnected'))
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${build.url}2025/map/`)
  // Names become links once the scripts are ready.
  await page.locator('[data-map-list] [data-name] a').first().waitFor()
  await steps(page, () => context.unroute(/liaison-points\.geojson/))
  expect(errors).toEqual([])
  await context.close()
}

const lost = '名单没有载入，请检查网络后再试'
const said = (page: Page) => page.textContent('[data-map-said]')
const builtGround = (page: Page) => page.locator('svg:visible .ground [data-town] text').first()
const firstTown = (page: Page) => page.locator('[data-map-list] [data-town]').first()

describe('a roster that does not come is never taken for one that was not published', () => {
  test('离我最近 says that the list is missing, and answers once it has come', () =>
    withoutRoster(async (page, restore) => {
      const button = page.getByRole('button', { name: '离我最近' })
      await button.click()
      await expect.poll(() => said(page)).toBe(lost)
      expect(await page.locator('[data-near]').isVisible()).toBe(false)
      await restore()
      await button.click()
      await expect.poll(() => page.locator('[data-near] li').count()).toBe(5)
      expect(await said(page)).toBe('')
    }))

  test('how names are read, come late, does not take back that the list is missing', () =>
    withoutRoster(async (page) => {
      const held = Promise.withResolvers<void>()
      await page.route(/pinyin/, async (route) => {
        await held.promise
        await route.continue()
      })
      const came = page.waitForResponse(/pinyin/)
      await page.getByRole('button', { name: '离我最近' }).click()
      await expect.poll(() => said(page)).toBe(lost)
      held.resolve()
      const response = await came
      // Whoever requested it first has it once it can be fetched again.
      await page.evaluate(async (url) => (await fetch(url)).json(), response.url())
      expect(await said(page)).toBe(lost)
    }))

  test('a town opened by hand stays as built and says so, and is filled when opened again', () =>
    withoutRoster(async (page, restore) => {
      const town = firstTown(page)
      const built = await town.locator('[data-many]').innerHTML()
      await town.locator('summary').click()
      await expect.poll(() => said(page)).toBe(lost)
      expect(await town.locator('[data-many]').innerHTML()).toBe(built)
      await restore()
      await town.locator('summary').click()
      await town.locator('summary').click()
      await expect.poll(() => town.locator('[data-point]').count()).toBe(100)
      expect(await said(page)).toBe('')
    }))

  test('a filter leaves the list and its count alone until there is something to filter', () =>
    withoutRoster(async (page, restore) => {
      const counted = () => page.textContent('[data-map-count]')
      const built = await counted()
      await page.fill('[data-map] [name=q]', '丙火100')
      await expect.poll(() => said(page)).toBe(lost)
      expect(await page.locator('[data-none]').isVisible()).toBe(false)
      expect(await counted()).toBe(built)
      await restore()
      await page.fill('[data-map] [name=q]', '丙火101')
      await expect.poll(counted).toMatch(/列出1个镇街\s*、1个村社/)
      expect(await page.locator('[data-map-list] [data-point]:visible').count()).toBe(1)
      await page.fill('[data-map] [name=q]', '孤岛')
      await expect.poll(counted).toMatch(/列出0个镇街\s*、1个村社/)
    }))

  test('the built drawing stays in place of a map without points, which the next wish draws', () =>
    withoutRoster(async (page, restore) => {
      await page.locator('[data-map-stage]').scrollIntoViewIfNeeded()
      await expect.poll(() => said(page)).toBe(lost)
      expect(await builtGround(page).isVisible()).toBe(true)
      await restore()
      await firstTown(page).locator('[data-name] a, a[data-name]').first().click()
      await page.waitForSelector('[data-map][data-state=ready]')
      expect(await page.locator('[data-map-live] path.cluster').count()).toBeGreaterThan(0)
    }))
})

test('a map that could not be drawn again leaves the built drawing, and is drawn on the next attempt', async () => {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${build.url}2025/map/`)
  await page.locator('[data-map-stage]').scrollIntoViewIfNeeded()
  await page.waitForSelector('[data-map][data-state=ready]')
  const rename = (from: string, to: string) =>
    page.locator(`[data-map-drawing] .${from}`).evaluateAll((lines, name) => {
      for (const line of lines) line.setAttribute('class', name)
    }, to)
  // A drawing without its neatline cannot be parsed.
  await rename('neatline', 'gone')
  await page.evaluate(() => (document.documentElement.dataset.mode = 'care'))
  await page.waitForSelector('[data-map][data-state=idle]')
  expect(await builtGround(page).isVisible()).toBe(true)
  expect(await page.locator('[data-map-live]').isVisible()).toBe(false)
  await rename('gone', 'neatline')
  await firstTown(page).locator('[data-name] a, a[data-name]').first().click()
  await page.waitForSelector('[data-map][data-state=ready]')
  expect(errors).toEqual([])
  await page.close()
})
