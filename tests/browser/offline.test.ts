import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EngineName, missingEngines } from '../../src/machine/findEngines.ts'
import { dist } from '../site/builtPages.ts'
import { unpackOffline } from '../unpackOffline.ts'
import { openChromium } from './engines/chromium.ts'
import { type EnginePage, pageOf } from './engines/engine.ts'
import { openFirefox } from './engines/firefox.ts'
import { openWebKit } from './engines/webkit.ts'

const open = {
  Chromium: openChromium,
  // Otherwise a driven Firefox takes all files for one site, as no reader's does.
  Firefox: () =>
    openFirefox({
      'remote.prefs.recommended': false,
      'security.fileuri.strict_origin_policy': true,
    }),
  WebKitGTK: openWebKit,
}
const missing = missingEngines()

let copy: Awaited<ReturnType<typeof unpackOffline>>
beforeAll(async () => {
  copy = await unpackOffline(dist)
  writeFileSync(join(copy.folder, 'module.js'), 'document.title = "module"')
  writeFileSync(
    join(copy.folder, 'module.html'),
    '<!doctype html><title>none</title><script type="module" src="module.js"></script>',
  )
})
afterAll(() => copy?.remove())

describe.each(Object.keys(open) as EngineName[])('opened from a folder by %s', (name) => {
  let page: EnginePage
  beforeAll(async () => {
    if (missing.includes(name)) return
    page = pageOf(name, await open[name](), `${pathToFileURL(copy.folder).href}/`)
    await page.resize(1280, 900)
  })
  afterAll(() => page?.close())
  beforeEach((context) => context.skip(missing.includes(name), `没有 ${name}`))

  /** Whether something in the page comes to be so. */
  const comesTrue = (work: () => boolean) => expect.poll(() => page.evaluate(work)).toBe(true)
  /** Types a query into a search field, and waits for the addresses of its results. */
  const ask = async (query: string) => {
    await page.evaluate((value) => {
      const input = document.querySelector('input[type=search]') as HTMLInputElement
      input.focus()
      input.value = value
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }, query)
    await comesTrue(() => document.querySelector('[data-search-results][data-state=done]') !== null)
    return page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('[data-result] a[href]')].map(
        ({ href }) => href,
      ),
    )
  }

  test('the browser runs no module and answers no request, as a reader’s does not', async () => {
    await page.goto('module.html')
    const answered = await page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      return [document.title, await fetch('module.js').then(String, () => 'refused')]
    })
    expect(answered).toEqual(['none', 'refused'])
  })

  test('the cover is set in its own type and leads to a chapter', async () => {
    await page.goto('index.html')
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe(
      '履职亮点回眸',
    )
    expect(
      await page.evaluate(() =>
        [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`),
      ),
    ).toContain('Page Serif loaded')
    expect(
      await page.evaluate(
        () => document.querySelector('footer')?.textContent?.split('离线副本').length,
      ),
    ).toBe(2)
    await page.click('.line')
    await comesTrue(() => /\/2025\/[a-z-]+\/index\.html$/.test(location.pathname))
    await comesTrue(() => document.querySelector('main[data-search-kind=chapter] h1') !== null)
  })

  test('a chapter shows its figures, and opens a definition', async () => {
    await page.goto('2025/consultation/index.html')
    const drawn = await page.evaluate(() =>
      [...document.querySelectorAll('figure[data-figure] .drawing')].map(
        (drawing) => drawing.getBoundingClientRect().height > 100,
      ),
    )
    expect(drawn.length).toBeGreaterThan(1)
    expect(drawn).not.toContain(false)
    await page.click(() =>
      [...document.querySelectorAll('button')].find((button) =>
        (button.ariaLabel ?? button.textContent)?.includes('80余个'),
      ),
    )
    await comesTrue(
      () =>
        document.querySelector<HTMLElement>(':popover-open')?.innerText.includes('已刊载') ?? false,
    )
  })

  test('a query is answered on the search page, and leads to its section', async () => {
    await page.goto('search/index.html?q=%E6%B8%85%E5%8D%95')
    await comesTrue(() => document.querySelector('[data-search-results][data-state=done]') !== null)
    const [first = ''] = await ask('闭环七步法')
    expect(first).toMatch(/^file:.*\/2025\/consultation\/index\.html#/)
    await page.click('[data-result] a[href]')
    await comesTrue(() => location.pathname.endsWith('/2025/consultation/index.html'))
    await comesTrue(() => {
      const section = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      const top = section?.getBoundingClientRect().top ?? Number.NaN
      return scrollY > 0 && Math.abs(top) < innerHeight
    })
  })

  test('the search of every page opens and answers, by pinyin too', async () => {
    await page.goto('2025/charts/loop/index.html')
    await page.click('[data-search-open]')
    await comesTrue(() => document.querySelector('dialog[open]') !== null)
    expect((await ask('政企协商会')).length).toBeGreaterThan(1)
    expect((await ask('minzhujiandu')).length).toBeGreaterThan(0)
  })

  test('the map is drawn, and its list answers what is typed', async () => {
    await page.goto('2025/map/index.html')
    await page.evaluate(() => document.querySelector('[data-map]')?.scrollIntoView())
    await comesTrue(() => document.querySelector('[data-map][data-state=ready]') !== null)
    const shown = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('[data-map-list] [data-town]')].filter((entry) =>
            entry.checkVisibility(),
          ).length,
      )
    expect(await shown()).toBe(13)
    for (const query of ['凤桥', 'fengqiao']) {
      await page.evaluate((value) => {
        const input = document.querySelector('[data-map] input[name=q]') as HTMLInputElement
        input.focus()
        input.value = value
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }, query)
      await expect.poll(shown, { message: query }).toBe(1)
    }
  })
})
