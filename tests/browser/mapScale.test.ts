import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleContent, exampleRoster } from '../map/exampleRoster.ts'
import { type ServedBuild, serveBuild } from '../serveBuild.ts'
import { dist } from '../site/builtPages.ts'
import { openSite } from './site.ts'

const roster = exampleRoster(10_000)

let site: Awaited<ReturnType<typeof openSite>>
let build: ServedBuild
beforeAll(async () => {
  site = await openSite()
  build = await serveBuild('many', { CONTENT_ROOT: exampleContent(roster).root })
}, 900_000)
afterAll(async () => {
  await site.close()
  await build?.close()
})

test('ten thousand points do not make the page heavier before the map is opened', async () => {
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
  expect(counts.reduce((sum, count) => sum + count, 0) + singles).toBe(10_000)
  expect(await clusters.first().getAttribute('aria-label')).toMatch(/^\d+个联系点$/)
  expect(await page.locator('[data-map-live] path').count()).toBeLessThan(400)

  const before = await clusters.count()
  await clusters.first().click()
  await expect.poll(() => clusters.count()).not.toBe(before)

  await page.fill('[data-map] [name=q]', '丙火200')
  const entry = page.locator('[data-map-list] [data-point] a:visible').first()
  await entry.click()
  await expect.poll(() => page.locator('[data-map-live] path.placed[data-chosen]').count()).toBe(1)
  expect(errors).toEqual([])
  await page.close()
})
