import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { metresBetween } from '../../src/places/distance.ts'
import type { LngLat } from '../../src/places/lngLat.ts'
import { village as roster } from '../map/exampleRosters.ts'
import { openBuild, type ServedBuild } from '../services.ts'
import { violations } from './axe.ts'
import { openSite } from './site.ts'

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const desktop = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' as const }

let site: Awaited<ReturnType<typeof openSite>>
let build: ServedBuild
beforeAll(async () => {
  site = await openSite()
  build = await openBuild('village')
})
afterAll(() => site.close())

/** Opens the map page without any network beyond the site, runs the steps, and expects no error of the page. */
async function onMap(
  options: BrowserContextOptions,
  steps: (page: Page) => Promise<void>,
  query = '',
) {
  const context = await site.browser.newContext(options)
  await context.route(
    (url) => !url.href.startsWith(build.url),
    (route) => route.abort('internetdisconnected'),
  )
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(`${build.url}2025/map/${query}`)
  await steps(page)
  await context.close()
  expect(errors).toEqual([])
}

const ready = async (page: Page) => {
  await page.locator('[data-map-stage]').scrollIntoViewIfNeeded()
  await page.waitForSelector('[data-map][data-state=ready]')
}
const towns = (page: Page) => page.locator('[data-map-list] [data-town]:visible').count()
const chosenOnMap = (page: Page) =>
  page.locator('[data-map-live] path.dot[data-chosen]').getAttribute('data-point')

/** Filter by initials, choose, reload, go back: the steps are the same with mouse, touch and keyboard. */
async function walk(page: Page, choose: (page: Page, name: string) => Promise<void>) {
  await page.locator('[data-map] [name=q]').pressSequentially('jmz')
  await expect.poll(() => towns(page)).toBe(1)
  expect(await page.locator('[data-map-list] [data-point]:visible').count()).toBe(9)
  await choose(page, '示例甲木1村')
  await page.waitForSelector('[data-map][data-state=ready]')
  await expect.poll(() => chosenOnMap(page)).toBe('lp-001')
  expect(new URL(page.url()).search).toBe('?q=jmz&point=lp-001')
  expect(await page.textContent('[data-map-said]')).toContain('示例甲木1村（甲木镇）')

  await page.reload()
  await expect.poll(() => towns(page)).toBe(1)
  await ready(page)
  await expect.poll(() => chosenOnMap(page)).toBe('lp-001')
  expect(await page.inputValue('[data-map] [name=q]')).toBe('jmz')

  await page.goBack()
  await expect.poll(() => page.locator('[data-map] [data-chosen]').count()).toBe(0)
  expect(await page.inputValue('[data-map] [name=q]')).toBe('jmz')
  await page.goBack()
  await expect.poll(() => towns(page)).toBe(13)
  expect(new URL(page.url()).search).toBe('')
}

describe('filter a town by its initials, choose a point, reload, go back', () => {
  test('with a mouse', () =>
    onMap(desktop, (page) =>
      walk(page, (on, name) => on.getByRole('link', { name, exact: true }).click()),
    ))
  test('with a finger at 390 px', () =>
    onMap(phone, (page) =>
      walk(page, (on, name) => on.getByRole('link', { name, exact: true }).tap()),
    ))
  test('by keyboard alone', () =>
    onMap(desktop, async (page) => {
      const field = page.locator('[data-map] [name=q]')
      for (let stops = 0; stops < 60; stops++) {
        if (await field.evaluate((element) => element === document.activeElement)) break
        await page.keyboard.press('Tab')
      }
      await walk(page, async (on, name) => {
        for (let stops = 0; stops < 30; stops++) {
          const focused = await on.evaluate(() => document.activeElement?.textContent?.trim())
          if (focused === name) break
          await on.keyboard.press('Tab')
        }
        await on.keyboard.press('Enter')
      })
    }))
})

test('the map is one tab stop: arrows move between its marks, Enter chooses, Escape clears the choice', async () => {
  await onMap(desktop, async (page) => {
    await ready(page)
    const live = page.locator('[data-map-live]')
    expect(await live.locator('[tabindex], a, button').count()).toBe(0)
    await live.focus()
    const said = () => page.textContent('[data-map-said]')
    await page.keyboard.press('ArrowRight')
    const first = await said()
    expect(first).toMatch(/示例|镇|街道/)
    await page.keyboard.press('ArrowRight')
    expect(await said()).not.toBe(first)
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).search).not.toBe('')
    expect(await page.locator('[data-map] [data-chosen]').count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('[data-map-list] [data-chosen]').count()).toBe(0)
  })
})

test('town, kind and text narrow the list and dim the map; 清除 brings all back', async () => {
  await onMap(desktop, async (page) => {
    await ready(page)
    const bright = () => page.locator('[data-map-live] path.dot:not([data-off])').count()
    expect(await bright()).toBe(112)
    await page.selectOption('[data-map] [name=town]', '990101003')
    await expect.poll(bright).toBe(9)
    expect(new URL(page.url()).searchParams.get('town')).toBe('990101003')
    await page.selectOption('[data-map] [name=kind]', '村')
    await expect.poll(bright).toBe(3)
    expect(await page.textContent('[data-map-count]')).toContain('3个村社')
    await page.getByRole('button', { name: '清除' }).click()
    await expect.poll(bright).toBe(112)
    expect(new URL(page.url()).search).toBe('')
  })
})

test('every drawn point of the opening map lies within a metre of its true place', async () => {
  await onMap(desktop, async (page) => {
    await ready(page)
    const built = await page
      .locator('[data-map-drawing] .map-w [data-point]')
      .evaluateAll((dots) =>
        dots.map((dot) => [dot.getAttribute('data-point'), dot.getAttribute('data-at')]),
      )
    expect(built).toHaveLength(112)
    for (const [index, [id, at]] of built.entries()) {
      const place = (at ?? '').split(' ').map(Number) as unknown as LngLat
      expect(metresBetween(place, roster.truth[index] as LngLat), id ?? '').toBeLessThan(1)
    }
    const boxes = await page.locator('[data-map-live] path.dot').evaluateAll((dots) =>
      dots.map((dot) => {
        const { x, y, width } = dot.getBoundingClientRect()
        return { x: x + width / 2, y: y + width / 2, r: width / 2 }
      }),
    )
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r)
    }
  })
})

test('without JavaScript the drawing, the whole list by town and its anchors are there', async () => {
  await onMap({ ...phone, javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('[data-map-stage] svg:visible [data-point]').count()).toBe(112)
    expect(await page.locator('[data-map-list] [data-town] [data-point]:visible').count()).toBe(112)
    expect(await page.locator('[data-map-list] [data-town]:visible').count()).toBe(13)
    await page.goto(`${build.url}2025/map/#lp-050`)
    expect(await page.locator('#lp-050:target').isVisible()).toBe(true)
    await page.goto(`${build.url}2025/map/list/`)
    expect(await page.locator('.roster tbody tr').count()).toBe(112)
  })
})

test('离我最近 asks only when pressed, and lists the nearest with their distances', async () => {
  const [lng, lat] = roster.truth[40] as LngLat
  const geolocation = { longitude: lng, latitude: lat, accuracy: 20 }
  await onMap({ ...phone, geolocation, permissions: ['geolocation'] }, async (page) => {
    await page.evaluate(() => {
      const { geolocation: device } = navigator
      const ask = device.getCurrentPosition.bind(device)
      device.getCurrentPosition = (...how) => {
        document.body.dataset.asked = 'yes'
        ask(...how)
      }
    })
    await ready(page)
    expect(await page.getAttribute('body', 'data-asked')).toBeNull()
    await page.getByRole('button', { name: '离我最近' }).tap()
    const nearest = page.locator('[data-near] li').first()
    await nearest.waitFor()
    expect(await nearest.textContent()).toContain('约10米')
    await nearest.locator('a').tap()
    await expect.poll(() => new URL(page.url()).searchParams.get('point')).toBe('lp-041')
  })
})

test('a refused position is answered in words', async () => {
  await onMap(desktop, async (page) => {
    await page.getByRole('button', { name: '离我最近' }).click()
    await expect.poll(() => page.textContent('[data-near]')).toMatch(/权限|没有给出位置/)
  })
})

test('离我最近 pressed before the map’s script is there is answered once it is', async () => {
  const context = await site.browser.newContext(desktop)
  const page = await context.newPage()
  let arrive = () => {}
  const held = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/\/mapPage\.[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${build.url}2025/map/`, { waitUntil: 'commit' })
  await page.getByRole('button', { name: '离我最近' }).click()
  arrive()
  await expect.poll(() => page.textContent('[data-near]')).toMatch(/权限|没有给出位置/)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.close()
})

test('离我最近 at an address without https says that the address is the reason', async () => {
  const page = await site.browser.newPage()
  await page.route('http://map.test/**', async (route) => {
    const { pathname, search } = new URL(route.request().url())
    await route.fulfill({
      response: await route.fetch({ url: `${build.url}${pathname.slice(1)}${search}` }),
    })
  })
  await page.goto('http://map.test/2025/map/')
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await page.getByRole('button', { name: '离我最近' }).click()
  await expect.poll(() => page.textContent('[data-near]')).toMatch(/网址以“http:\/\/”开头/)
  // The live map may still be loading.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.close()
})

test('a link to one point opens on it', async () => {
  await onMap(
    phone,
    async (page) => {
      await page.waitForSelector('[data-map][data-state=ready]')
      await expect.poll(() => chosenOnMap(page)).toBe('lp-050')
      expect(await page.locator('[data-map-stage]').isVisible()).toBe(true)
    },
    '?point=lp-050',
  )
})

test('with a key and no network the map asks nothing of 天地图 until told, and then stays usable', async () => {
  const html = readFileSync(join(build.folder, '2025/map/index.html'), 'utf8')
  const policy = /img-src ([^;]*)/.exec(html)?.[1] ?? ''
  expect(policy).toContain('https://t0.tianditu.gov.cn')
  expect(readFileSync(join(build.folder, '2025/index.html'), 'utf8')).not.toContain('tianditu')
  await onMap(desktop, async (page) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(build.url)) asked.push(request.url())
    })
    await ready(page)
    expect(asked).toEqual([])
    expect(await page.locator('[data-map-live] path.dot').count()).toBe(112)
    expect(await page.locator('[data-map-live] .live-net path').count()).toBe(1)
  })
  const context = await site.browser.newContext(desktop)
  await context.route(/tianditu/, (route) => route.abort('internetdisconnected'))
  const page = await context.newPage()
  const thrown: string[] = []
  page.on('pageerror', (error) => thrown.push(error.message))
  await page.goto(`${build.url}2025/map/`)
  await ready(page)
  await page.getByRole('button', { name: '天地图底图' }).click()
  await expect.poll(() => page.textContent('[data-map-said]')).toContain('天地图连接不上')
  expect(await page.getAttribute('[data-ground]', 'aria-pressed')).toBe('false')
  expect(await page.locator('[data-map-live] path.dot:visible').count()).toBe(112)
  expect(thrown).toEqual([])
  await context.close()
})

test('天地图 is loaded by its switch, lies under the marks, and stays when the map is drawn again', async () => {
  const context = await site.browser.newContext(desktop)
  const tile =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const body = Buffer.from(tile, 'base64')
  await context.route(/tianditu/, (route) => route.fulfill({ contentType: 'image/png', body }))
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${build.url}2025/map/`)
  await ready(page)
  expect(asked.filter((url) => /ground|tile|tianditu/i.test(url))).toEqual([])
  const tiles = page.locator('[data-map-live] .leaflet-tile-loaded')
  await page.getByRole('button', { name: '天地图底图' }).click()
  await expect.poll(() => tiles.count()).toBeGreaterThan(0)
  expect(await tiles.first().isVisible()).toBe(true)
  expect(await page.locator('[data-map-live] path.dot:visible').count()).toBe(112)
  const first = await tiles.first().elementHandle()
  await page.evaluate(() => (document.documentElement.dataset.mode = 'care'))
  await expect.poll(() => first?.evaluate((element) => element.isConnected)).toBe(false)
  await expect.poll(() => tiles.count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: '天地图底图' }).click()
  await expect.poll(() => page.locator('[data-map-live] .leaflet-tile').count()).toBe(0)
  await context.close()
})

test.each([
  { name: 'a desktop', options: desktop, query: '' },
  { name: 'a phone', options: phone, query: '?point=lp-001' },
  { name: 'a phone in 关怀版', options: phone, query: '?care=1&town=990101002' },
])('axe finds nothing and nothing overflows on $name', async ({ options, query }) => {
  await onMap(
    // The page's policy forbids injected scripts.
    { ...options, bypassCSP: true },
    async (page) => {
      await ready(page)
      expect(await violations(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    },
    query,
  )
})
