import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedEdition, publishedWords } from '../charts/edition2025.ts'
import { openSite } from './site.ts'

const villages = publishedEdition['liaison-points'].records.length

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** Opens the map page, runs the steps, and expects no error of the page. */
async function onMap(options: BrowserContextOptions, steps: (page: Page) => Promise<void>) {
  const context = await site.browser.newContext(options)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${site.url}2025/map/`)
  await steps(page)
  await context.close()
  expect(errors).toEqual([])
}

async function ready(page: Page) {
  await page.locator('[data-map-stage]').scrollIntoViewIfNeeded()
  await page.waitForSelector('[data-map][data-state=ready]')
}

/** The number of different points and towns that are visible, without the list. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const count = (attribute: string) => {
      const marks = [...document.querySelectorAll(`[data-map-stage] [${attribute}]`)]
      const visible = marks.filter((mark) => mark.getClientRects().length > 0)
      return new Set(visible.map((mark) => mark.getAttribute(attribute))).size
    }
    return { points: count('data-point'), towns: count('data-town') }
  })

const visibleTowns = (page: Page) => page.locator('[data-map-list] [data-town]:visible').count()
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const desktop = { viewport: { width: 1440, height: 900 } }

test.each([
  { name: 'a desktop', options: desktop },
  { name: 'a phone', options: phone },
])(
  'the live map draws the 8 towns that have a place within the built frame on $name',
  async ({ options }) => {
    await onMap(options, async (page) => {
      await ready(page)
      expect(await drawn(page)).toEqual({ points: 0, towns: 13 })
      expect(await page.locator('[data-map-live] path.ring').count()).toBe(8)
      expect(await page.locator('[data-map-live] path.dot').count()).toBe(0)
      expect(await page.locator('svg:visible .ground [data-town] text:visible').count()).toBe(0)
      expect(await page.locator('svg:visible .unplaced [data-town] text:visible').count()).toBe(5)
      expect(await page.locator('[data-map-drawing] svg:visible .dot.frame').count()).toBe(villages)
    })
  },
)

test.each([
  { name: 'a desktop', options: desktop },
  { name: 'a phone', options: phone },
])(
  'without JavaScript the same marks and the whole list are there on $name',
  async ({ options }) => {
    await onMap({ ...options, javaScriptEnabled: false }, async (page) => {
      // Scripts are off in this page, so visibility is checked mark by mark through locators.
      const points = page.locator('[data-map-stage] svg:visible .dot')
      const towns = page.locator('[data-map-stage] svg:visible [data-town]')
      expect(await points.count()).toBe(villages)
      expect(await towns.count()).toBe(13)
      expect(await visibleTowns(page)).toBe(13)
      expect(await page.textContent('.map-list')).toContain(
        `${publishedWords('public-opinion.villages')}，名录待登记`,
      )
      expect(await page.locator('[data-map-list] [data-point]').allTextContents()).toEqual([
        expect.stringContaining('南湖区图书馆'),
      ])
      expect(await page.locator('form.map-filters').isVisible()).toBe(false)
    })
  },
)

test('the live map opens as the built drawing: every mark within a pixel', async () => {
  await onMap(desktop, async (page) => {
    const centres = (root: string) =>
      page.evaluate((selector) => {
        const marks = [...document.querySelectorAll(`${selector} :is(.dot, .ring)`)]
        const visible = marks.filter((mark) => mark.getClientRects().length > 0)
        const stage = document.querySelector('[data-map-stage]')?.getBoundingClientRect() ?? {
          x: 0,
          y: 0,
        }
        return visible.map((mark) => {
          const { x, y, width, height } = mark.getBoundingClientRect()
          const id = mark.closest('[data-point], [data-town]')
          return {
            id: id?.getAttribute('data-point') ?? id?.getAttribute('data-town') ?? '',
            x: x + width / 2 - stage.x,
            y: y + height / 2 - stage.y,
          }
        })
      }, root)
    await ready(page)
    const live = await centres('[data-map-live]')
    const built = new Map(
      (await centres('[data-map-drawing] .ground')).map((mark) => [mark.id, mark]),
    )
    expect(live).toHaveLength(8)
    for (const mark of live) {
      const twin = built.get(mark.id)
      expect(Math.abs((twin?.x ?? -1) - mark.x), mark.id).toBeLessThanOrEqual(1)
      expect(Math.abs((twin?.y ?? -1) - mark.y), mark.id).toBeLessThanOrEqual(1)
    }
  })
})

test.each([
  { name: 'a desktop', options: desktop },
  { name: 'a phone', options: phone },
])('the live map covers the ground of the drawing, and no more, on $name', async ({ options }) => {
  await onMap(options, async (page) => {
    await ready(page)
    const [live, built] = await page.evaluate(() => {
      const cut = [...document.querySelectorAll('[data-map-drawing] svg')].find((svg) =>
        svg.checkVisibility(),
      )
      const parts = [document.querySelector('[data-map-live]'), cut?.querySelector('.neatline')]
      return parts.map((part) => {
        const box = part?.getBoundingClientRect()
        return [box?.left, box?.top, box?.right, box?.bottom].map((edge) => edge ?? 0)
      })
    })
    for (const [edge, at] of (live as number[]).entries())
      expect(Math.abs(at - (built?.[edge] ?? 0))).toBeLessThanOrEqual(1)
  })
})

test('a town without a place stays at the frame’s edge while the map moves, and is chosen there, in the list and by keys', async () => {
  await onMap({ ...desktop, reducedMotion: 'reduce' }, async (page) => {
    await ready(page)
    const code = '330402010'
    const town = page.locator(`svg:visible .unplaced [data-town="${code}"]`)
    const place = async () => {
      const [box, stage] = await Promise.all([
        town.boundingBox(),
        page.locator('[data-map-stage]').boundingBox(),
      ])
      return [
        Math.round((box?.x ?? 0) - (stage?.x ?? 0)),
        Math.round((box?.y ?? 0) - (stage?.y ?? 0)),
      ]
    }
    const chosen = () => new URL(page.url()).searchParams.get('town')
    const opening = await place()
    await page.getByRole('button', { name: '放大' }).click()
    await page.waitForSelector('[data-map-live].is-near:not(.is-zooming)')
    expect(await place()).toEqual(opening)

    await town.locator('text').click()
    expect(chosen()).toBe(code)
    expect(await page.textContent('[data-map-said]')).toContain('位置待登记')
    expect(await page.locator(`[data-map-list] [data-town="${code}"][data-chosen]`).count()).toBe(1)
    await page.getByRole('button', { name: '取消选定' }).click()
    await page.getByRole('link', { name: '南湖街道' }).click()
    expect(chosen()).toBe(code)
    expect(await town.getAttribute('data-chosen')).toBe('')

    await page.locator('[data-map-live]').focus()
    await page.keyboard.press('Escape')
    expect(await page.locator('.unplaced [data-chosen]').count()).toBe(0)
    const passing = page.locator('svg:visible .unplaced [data-passing]')
    for (let steps = 0; steps < 8 && (await passing.count()) === 0; steps++)
      await page.keyboard.press('ArrowDown')
    expect(await passing.count()).toBe(1)
    await page.keyboard.press('Enter')
    expect(chosen()).toBe(await passing.getAttribute('data-town'))
  })
})

test('a name keeps beside its ring while the map zooms, and is as good as the ring to a click', async () => {
  await onMap(desktop, async (page) => {
    await ready(page)
    /** The distance from the centre of a town's ring to its name, px. */
    const offset = () =>
      page.locator('[data-map-live]').evaluate((live) => {
        const box = (selector: string) => live.querySelector(selector)?.getBoundingClientRect()
        const ring = box('path[data-town="330402105"]')
        const name = box('[data-town="330402105"] span')
        if (!ring || !name) return null
        return { x: name.x - ring.x - ring.width / 2, y: name.y - ring.y - ring.height / 2 }
      })
    const before = await offset()
    expect(before).not.toBeNull()
    const scale = () => page.textContent('[data-map-live] .live-scale')
    const opening = await scale()
    await page.getByRole('button', { name: '放大' }).click()
    await expect.poll(scale).not.toBe(opening)
    await expect.poll(() => page.locator('[data-map-live].is-zooming').count()).toBe(0)
    const after = await offset()
    expect(Math.abs((after?.x ?? 99) - (before?.x ?? 0))).toBeLessThan(2)
    expect(Math.abs((after?.y ?? 99) - (before?.y ?? 0))).toBeLessThan(2)
    await page.getByRole('button', { name: '回到全图' }).click()
    await expect.poll(scale).toBe(opening)
    await page.locator('[data-map-live] [data-town="330402105"] span').click()
    expect(new URL(page.url()).searchParams.get('town')).toBe('330402105')
  })
})

test('the map follows the mouse that drags it, by a name too, and nothing is chosen by that', async () => {
  await onMap({ ...desktop, reducedMotion: 'reduce' }, async (page) => {
    await ready(page)
    await page.getByRole('button', { name: '放大' }).click()
    await page.waitForSelector('[data-map-live].is-near:not(.is-zooming)')
    const name = page.locator('[data-map-live] [data-town="330402105"] span')
    await name.scrollIntoViewIfNeeded()
    const from = await name.boundingBox()
    if (!from) throw new Error('没有画出镇名')
    const [x, y] = [from.x + from.width / 2, from.y + from.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 20, y - 20, { steps: 4 })
    await page.mouse.move(x - 60, y - 60, { steps: 4 })
    await page.mouse.up()
    await expect
      .poll(async () => Math.round(((await name.boundingBox())?.x ?? 0) - from.x))
      .toBe(-60)
    expect(new URL(page.url()).search).toBe('')
  })
})

test('the list narrows to the town asked for, and the map with it', async () => {
  await onMap(desktop, async (page) => {
    await page.fill('[data-map] [name=q]', '凤桥')
    await expect.poll(() => visibleTowns(page)).toBe(1)
    expect(await page.textContent('[data-shown]')).toBe('1')
    await ready(page)
    await expect
      .poll(() => page.locator('[data-map-live] path.ring:not([data-off])').count())
      .toBe(1)
    await page.fill('[data-map] [name=q]', '没有的地方')
    await expect.poll(() => visibleTowns(page)).toBe(0)
    expect(await page.locator('[data-none]').isVisible()).toBe(true)
    await page.fill('[data-map] [name=q]', '')
    await expect.poll(() => visibleTowns(page)).toBe(13)
  })
})

test('pinyin and initials find a town, heteronyms by each reading', async () => {
  await onMap(desktop, async (page) => {
    for (const q of ['fengqiao', 'fqz', 'changshui', 'zsjd', '凤q']) {
      await page.fill('[data-map] [name=q]', q)
      await expect.poll(() => visibleTowns(page), { message: q }).toBe(1)
    }
  })
})

test('离我最近 is not offered while no point has a place', async () => {
  await onMap(desktop, async (page) => {
    await ready(page)
    expect(await page.locator('[data-nearest], [data-near]').count()).toBe(0)
  })
})

test('the place that the source names is found and chosen in the list, without a mark on the map', async () => {
  await onMap(desktop, async (page) => {
    await page.fill('[data-map] [name=q]', '图书馆')
    await expect.poll(() => visibleTowns(page)).toBe(0)
    await page.getByRole('link', { name: '南湖区图书馆' }).click()
    expect(await page.textContent('[data-map-said]')).toContain('“码上商”')
    await page.fill('[data-map] [name=q]', '凤桥')
    await expect.poll(() => visibleTowns(page)).toBe(1)
    expect(await page.getByRole('link', { name: '南湖区图书馆' }).count()).toBe(0)
    expect(await page.locator('[data-none]').isVisible()).toBe(false)
  })
})

test('nothing that lists 村社 is offered before one is named', async () => {
  await onMap(desktop, async (page) => {
    expect(
      await page.locator('.map-downloads, a[href*="map/list/"], [href*="liaison-points"]').count(),
    ).toBe(0)
    expect(await page.textContent('main')).not.toContain('lp-')
  })
})

test.each([390, 320])('in 关怀版 at %i px no line of the list is one character', async (width) => {
  await onMap({ viewport: { width, height: 844 } }, async (page) => {
    await page.evaluate(() => (document.documentElement.dataset.mode = 'care'))
    const narrow = await page.locator('.map-list li *').evaluateAll((elements) =>
      elements
        .filter(
          (element) => element.checkVisibility() && (element.textContent ?? '').trim().length > 1,
        )
        .filter((element) => {
          const { width: wide } = element.getBoundingClientRect()
          return wide > 0 && wide < 2 * Number.parseFloat(getComputedStyle(element).fontSize)
        })
        .map((element) => element.textContent),
    )
    expect(narrow).toEqual([])
  })
})

test('today’s page asks for nothing of the map before the map comes near', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 300 } })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${site.url}2025/map/`, { waitUntil: 'networkidle' })
  expect(asked.filter((url) => /leaflet|live|pinyin|geojson/i.test(url))).toEqual([])
  await page.close()
})

test.each([
  { name: 'the map comes into view', act: ready },
  {
    name: 'a tool of it is used',
    act: (page: Page) => page.locator('[data-zoom="1"]').dispatchEvent('click'),
  },
])('the live map is asked for once $name, and moves nothing of the page', async ({ act }) => {
  await onMap({ viewport: { width: 390, height: 600 } }, async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.locator('[data-map-tools]:visible').waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.filter((url) => /live/.test(url))).toEqual([])
    expect(await page.getAttribute('[data-map]', 'data-state')).toBe('idle')
    const height = () => page.evaluate(() => document.documentElement.scrollHeight)
    const before = await height()
    await act(page)
    await page.waitForSelector('[data-map][data-state=ready]')
    expect(asked.filter((url) => /live/.test(url)).length).toBeGreaterThan(0)
    expect(await height()).toBe(before)
  })
})

test('a filter is offered only where the records differ in it', async () => {
  await onMap(desktop, async (page) => {
    const names = await page
      .locator('[data-map] form [name]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('name')))
    expect(names).toEqual(['q'])
  })
})

test('choosing a town in the list shows it on the map, by keyboard too', async () => {
  await onMap(desktop, async (page) => {
    const name = page.getByRole('link', { name: '新丰镇' })
    await name.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-state=ready]')
    const ring = page.locator('[data-map-live] path.ring[data-chosen]')
    expect(await ring.getAttribute('data-town')).toBe('330402103')
    expect(await name.getAttribute('aria-current')).toBe('true')
    expect(new URL(page.url()).searchParams.get('town')).toBe('330402103')
    expect(await page.textContent('[data-map-said]')).toContain('新丰镇')
  })
})

test('choosing on the map marks the list', async () => {
  await onMap(desktop, async (page) => {
    await ready(page)
    await page.locator('[data-map-live] path[data-town="330402100"]').click()
    expect(await page.locator('[data-map-list] [data-town="330402100"][data-chosen]').count()).toBe(
      1,
    )
  })
})

test('the map is one tab stop; the wheel scrolls the page unless Ctrl is held; reset returns to the whole', async () => {
  await onMap({ ...desktop, reducedMotion: 'reduce' }, async (page) => {
    await ready(page)
    expect(await page.locator('[data-map-live] [tabindex]').count()).toBe(0)
    expect(await page.locator('[data-map-live]').getAttribute('tabindex')).toBe('0')
    const ring = page.locator('[data-map-live] path[data-town="330402105"]')
    const place = async () => {
      const box = await ring.boundingBox()
      const stage = await page.locator('[data-map-stage]').boundingBox()
      return Math.round((box?.x ?? 0) - (stage?.x ?? 0))
    }
    const opening = await place()
    await page.locator('[data-map-live]').hover()
    await page.mouse.wheel(0, 120)
    expect(await place()).toBe(opening)
    await page.keyboard.down('Control')
    await page.locator('[data-map-live]').hover({ position: { x: 40, y: 300 } })
    await page.mouse.wheel(0, -300)
    await page.keyboard.up('Control')
    await expect.poll(place).not.toBe(opening)
    await page.getByRole('button', { name: '回到全图' }).click()
    await expect.poll(place).toBe(opening)
  })
})

test('on a phone one finger scrolls the page, two zoom the map', async () => {
  await onMap({ ...phone, reducedMotion: 'reduce' }, async (page) => {
    await ready(page)
    await page.evaluate(() =>
      document.querySelector('[data-map-stage]')?.scrollIntoView({ block: 'center' }),
    )
    const touch = await page.context().newCDPSession(page)
    const { x, y, width, height } = (await page.locator('[data-map-live]').boundingBox()) ?? {
      ...{ x: 0, y: 0, width: 0, height: 0 },
    }
    const middle = { x: x + width / 2, y: y + height / 2 }
    /** Moves each finger from its place by its own distance. */
    const move = async (fingers: { x: number; y: number; dx: number; dy: number }[]) => {
      const at = (share: number) =>
        fingers.map((finger, id) => ({
          ...{ id, x: finger.x + finger.dx * share, y: finger.y + finger.dy * share },
        }))
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
        touch.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : at(share),
        })
      await send('touchStart', 0)
      for (const step of [0.1, 0.3, 0.5, 0.7, 0.9, 1]) await send('touchMove', step)
      await send('touchEnd', 1)
    }
    const spread = () =>
      page.evaluate(() => {
        const [one, other] = ['330402105', '330402013'].map((town) =>
          document
            .querySelector(`[data-map-live] path[data-town="${town}"]`)
            ?.getBoundingClientRect(),
        )
        return Math.round((one?.x ?? 0) - (other?.x ?? 0))
      })
    const scrolled = () => page.evaluate(() => Math.round(scrollY))
    const [before, opening] = [await scrolled(), await spread()]
    await move([
      { x: middle.x - 30, y: middle.y, dx: -80, dy: 0 },
      { x: middle.x + 30, y: middle.y, dx: 80, dy: 0 },
    ])
    await expect.poll(spread).toBeGreaterThan(opening * 1.5)
    expect(await scrolled()).toBe(before)
    const zoomed = await spread()
    await move([{ ...middle, dx: 0, dy: -140 }])
    await expect.poll(scrolled).toBeGreaterThan(before + 50)
    expect(await spread()).toBe(zoomed)
  })
})

test('the map fits again after the window changes, across the two drawings', async () => {
  await onMap(desktop, async (page) => {
    await ready(page)
    for (const width of [1000, 600]) {
      await page.setViewportSize({ width, height: 900 })
      await expect
        .poll(() =>
          page.evaluate(() => {
            const stage = document.querySelector('[data-map-stage]')?.getBoundingClientRect()
            const live = document.querySelector('[data-map-live]')?.getBoundingClientRect()
            const cut = [...document.querySelectorAll('[data-map-drawing] svg')].find((svg) =>
              svg.checkVisibility(),
            )
            const ground = cut?.querySelector('.neatline')?.getBoundingClientRect()
            const rings = document.querySelectorAll('[data-map-live] path.ring').length
            if (!stage || !live || !ground) return false
            return (
              rings === 8 && Math.abs(live.right - ground.right) < 2 && live.right < stage.right
            )
          }),
        )
        .toBe(true)
    }
  })
})
