import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EngineName, engines, missingEngines } from '../../src/machine/findEngines.ts'
import { publishedWords } from '../charts/edition2025.ts'
import type { EnginePage } from './engines/engine.ts'
import {
  copies,
  followable,
  lineBeginnings,
  pressResult,
  sideways,
  whereItLed,
} from './engines/inPage.ts'
import { openEngine } from './engines/openEngine.ts'
import { chapters, templates } from './templates.ts'

const issues = publishedWords('consultation.issues-resolved')
/** Words that stand in many sections, some of them in the bar of the page too. */
const asked = ['直通车', '政企协商会', '满意度', '南湖区', '清单', '镇街']
const missing = missingEngines()
const note = `没有 ${missing.join('、')}（Debian 的 firefox-esr、webkit2gtk-driver、xvfb），网页没有在其中测`

describe.each(engines)('in %s', (name: EngineName) => {
  let page: EnginePage
  beforeAll(async () => {
    if (!missing.includes(name)) page = await openEngine(name)
  })
  afterAll(() => page?.close())
  beforeEach((context) => context.skip(missing.includes(name), note))

  test.each(templates)(
    'page “%s” complains of nothing, fits a phone in both sizes of type, and begins no line with a mark',
    async (path) => {
      await page.resize(390, 844)
      await page.goto(`${path}?care=0`)
      const wrong: string[] = []
      for (const look of ['', 'care'])
        for (const width of [390, 360, 320]) {
          await page.resize(width, 844)
          await page.evaluate((mode) => {
            if (mode) document.documentElement.dataset.mode = mode
          }, look)
          const seen = [await page.evaluate(sideways), await page.evaluate(lineBeginnings)]
          wrong.push(...seen.flat().map((words) => `${width} 像素${look}：${words}`))
        }
      expect([...wrong, ...(await page.complaints())]).toEqual([])
    },
  )

  test.each([320, 1280])(
    'the title is no wider than its rules in a window of %i px',
    async (width) => {
      await page.resize(width, 800)
      await page.goto('?care=0')
      const [title, rules] = await page.evaluate(() => {
        const heading = document.querySelector('.nameplate') as Element
        const text = document.createRange()
        text.selectNodeContents(heading)
        return [text, heading].map((one) => one.getBoundingClientRect().width)
      })
      expect(title).toBeLessThanOrEqual(rules as number)
    },
  )

  test('a figure opens its definition by a click, Escape closes it', async () => {
    await page.resize(390, 844)
    await page.goto('2025/consultation/?care=0')
    const open = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(':popover-open')].map(
          (definition) => definition.innerText,
        ),
      )
    await page.click(() =>
      document.querySelector<HTMLElement>(
        '.fact button[popovertarget=def-consultation-issues-resolved]',
      ),
    )
    const [definition] = await open()
    for (const words of [issues, '未公布', '已刊载']) expect(definition).toContain(words)
    await page.press('Escape')
    expect(await open()).toEqual([])
  })

  test('every paragraph with a figure or a term is copied whole', async () => {
    for (const chapter of chapters) {
      await page.goto(`2025/${chapter}/?care=0`)
      const found = await page.evaluate(copies, 'main p:has(.fact, .term)')
      expect(found.length, chapter).toBeGreaterThan(0)
      for (const { copied, text } of found) expect(copied).toBe(text)
    }
  })

  test('search answers', async () => {
    await page.goto(`search/?q=${encodeURIComponent(`政企协商会 ${issues}`)}`)
    const found = await page.evaluate(async () => {
      const results = document.querySelector<HTMLElement>('[data-search-results]')
      while (results?.dataset.state !== 'done') await new Promise((done) => setTimeout(done, 20))
      return [...results.querySelectorAll<HTMLAnchorElement>('[data-result] a')].map(
        ({ pathname }) => pathname,
      )
    })
    expect(found).toContain('/2025/consultation/')
    expect(await page.complaints()).toEqual([])
  })

  test.each([390, 1100, 1440])(
    'whatever search finds is in the window of %i px where its result leads',
    async (width) => {
      await page.resize(width, 900)
      await page.goto('search/')
      const all = await page.evaluate(followable, asked)
      expect(all.length).toBeGreaterThan(40)
      // Some of all, others at each width.
      const links = all.filter((_, at) => at % 9 === width % 9)
      const astray: string[] = []
      for (const { query, href } of links) {
        await page.goto(`search/?q=${encodeURIComponent(query)}`)
        await page.evaluate(pressResult, href)
        await page.goto(href.slice(1))
        const { marked, inSection, inWindow } = await page.evaluate(whereItLed)
        if (marked === '' || !inSection || !inWindow) astray.push(`${query} ${href} ${marked}`)
      }
      expect(astray).toEqual([])
    },
    120_000,
  )

  test('the map opens with the marks of its drawing, which stands there without a script', async () => {
    await page.resize(1280, 900)
    await page.goto('2025/map/')
    const drawn = await page.evaluate(async () => {
      document.querySelector('[data-map-stage]')?.scrollIntoView()
      while (!document.querySelector('[data-map][data-state=ready]'))
        await new Promise((done) => setTimeout(done, 20))
      const names = (scope: string) =>
        [
          ...new Set(
            [...document.querySelectorAll(`${scope} [data-town]`)].map((mark) =>
              mark.getAttribute('data-town'),
            ),
          ),
        ].sort()
      return { live: names('[data-map-live]'), all: names('[data-map-stage] svg') }
    })
    // The live map draws the towns with coordinates, the built drawing all.
    expect(drawn.all).toHaveLength(13)
    expect(drawn.live).toHaveLength(8)
    expect(drawn.all).toEqual(expect.arrayContaining(drawn.live))
    expect(await page.complaints()).toEqual([])
    expect(
      await page.evaluate(async () => {
        // A frame whose sandbox allows no scripts behaves like a browser without scripts.
        const frame = document.createElement('iframe')
        frame.setAttribute('sandbox', 'allow-same-origin')
        frame.width = '1280'
        frame.src = location.href
        const loaded = new Promise((done) => frame.addEventListener('load', done))
        document.body.append(frame)
        await loaded
        const drawing = [
          ...(frame.contentDocument?.querySelectorAll('[data-map-stage] svg') ?? []),
        ].find((svg) => svg.getBoundingClientRect().width > 300)
        return drawing?.querySelectorAll('[data-town]').length
      }),
    ).toBe(13)
  })

  test('digits and Han stand beside each other, never on each other', async () => {
    await page.resize(800, 400)
    await page.goto('about/?care=0')
    const boxes = await page.evaluate(async () => {
      const lines = ['', 'no-autospace'].map((autospace) => {
        const line = document.createElement('p')
        line.textContent = '共13个镇街112个村社'
        for (const [property, value] of Object.entries({
          'font-size': '40px',
          'line-height': '80px',
          'white-space': 'nowrap',
          'text-autospace': autospace,
        }))
          line.style.setProperty(property, value)
        return line
      })
      document.body.replaceChildren(...lines)
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      return lines.map((line) => line.getBoundingClientRect().toJSON() as DOMRect)
    })
    const picture = await page.screenshot()
    const [spaced = 0, set = 0] = await Promise.all(
      boxes.map(async ({ left, top, width, height }) => {
        const line = {
          left: Math.round(left),
          top: Math.round(top),
          width: Math.floor(width),
          height,
        }
        const pixels = await sharp(picture).extract(line).greyscale().raw().toBuffer()
        const paper = Math.max(...pixels)
        return pixels.reduce((ink, pixel) => ink + paper - pixel, 0)
      }),
    )
    // Overlapping glyphs leave less ink: below 99.3 % in WebKit.
    expect(spaced / set).toBeGreaterThan(0.997)
  })
})
