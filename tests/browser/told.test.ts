import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuild, type ServedBuild } from '../services.ts'
import { openSite } from './site.ts'

const sizes = [
  ...[
    [1366, 657],
    [1280, 600],
    [1024, 700],
    [1280, 720],
    [1440, 900],
  ],
  ...[
    [768, 1024],
    [390, 664],
    [360, 640],
  ],
] as const
const steps = [1, 2, 3, 4, 5, 6, 7]

let site: Awaited<ReturnType<typeof openSite>>
let complete: ServedBuild
beforeAll(async () => {
  site = await openSite()
  complete = await openBuild('complete')
})
afterAll(() => site?.close())

const open = async (url: string, options = {}): Promise<Page> => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 }, ...options })
  await page.goto(url)
  return page
}
const today = () => `${site.url}2025/consultation/`
const told = () => `${complete.url}2099/consultation/`

/** What covers the words of a step, in the told steps or else in the drawing: the first such element, or empty. */
const hidden = (page: Page, step: number) =>
  page.evaluate((order) => {
    const told = document.querySelector(`li#step-${order} p`)
    const drawn = [...document.querySelectorAll('figure[data-figure=loop] svg')]
      .filter((svg) => svg.getBoundingClientRect().height > 0)
      .flatMap((svg) => [...svg.querySelectorAll('[data-marks] > g')])[order - 1]
    const words = told ?? drawn
    if (!document.querySelector(`#step-${order}`) || !words) return '没有这个环节'
    const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(texts.currentNode)
      for (const { left, right, top, bottom } of range.getClientRects()) {
        for (const x of [left + 1, (left + right) / 2, right - 1]) {
          for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
            const over = document.elementFromPoint(x, y)
            if (!over) return `${texts.currentNode.textContent}在视口之外`
            const place = told ? over.closest('li') : over.closest('svg')
            if (!place?.contains(words))
              return `${texts.currentNode.textContent}被${over.localName}.${over.className}盖住`
          }
        }
      }
    }
    return ''
  }, step)

describe.each([
  ['today', today],
  ['with complete records', told],
])('%s', (_, address) => {
  test.each(sizes)('at %i × %i the step that an address leads to is in view', async (...size) => {
    const [width, height] = size
    const page = await open(`${address()}#step-3`, { viewport: { width, height } })
    await expect.poll(() => hidden(page, 3)).toBe('')
    for (const step of steps) {
      await page.evaluate((order) => {
        location.hash = `step-${order}`
      }, step)
      await expect.poll(() => hidden(page, step), { message: `#step-${step}` }).toBe('')
    }
    await page.close()
  })
})

test.each(sizes)(
  'at %i × %i a step is in view while it has the focus, and while it is lit',
  async (...size) => {
    const [width, height] = size
    const page = await open(told(), { viewport: { width, height } })
    const focusNext = async (order: number, key: string) => {
      await page.keyboard.press(key)
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('li')?.id))
        .toBe(`step-${order}`)
      await expect.poll(() => hidden(page, order), { message: `${key} #step-${order}` }).toBe('')
    }
    await page.locator('#step-1 a').focus()
    for (const step of steps.slice(1)) await focusNext(step, 'Tab')
    for (const step of steps.slice(0, -1).toReversed()) await focusNext(step, 'Shift+Tab')

    const lit = page.locator('told-steps li.lit')
    for (const step of steps) {
      await page.evaluate((order) => {
        location.hash = `step-${order}`
      }, step)
      await expect.poll(() => hidden(page, step)).toBe('')
      if (!(await page.locator('told-steps.pinned').count())) continue
      await page.waitForFunction(
        (id) => document.querySelector('told-steps li.lit')?.id === id,
        `step-${step}`,
      )
      expect(await page.locator('svg:visible .lit').count()).toBe(1)
    }
    for (let turn = 0; turn < 12; turn++) {
      await page.mouse.wheel(0, -60)
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      // The highlight may change after the scrolling that causes it.
      await expect
        .poll(async () => {
          const [id] = await lit.evaluateAll((items) => items.map((item) => item.id))
          return id ? hidden(page, Number(id.slice(5))) : ''
        })
        .toBe('')
    }
    await page.close()
  },
)

test('the diagram stays where a step fits under it, and nowhere else', async () => {
  const page = await open(told())
  const stays: string[] = []
  for (const [width, height] of [...sizes, [1440, 1200], [390, 500]] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    const fits = await page.evaluate(() => {
      const [drawing, ...items] = [
        ...document.querySelectorAll<HTMLElement>('.told > .drawing, .told li'),
      ]
      const tallest = Math.max(...items.map((item) => item.offsetHeight))
      return (drawing?.offsetHeight ?? 0) + tallest + 60 <= innerHeight
    })
    const position = await page
      .locator('.told > .drawing')
      .evaluate((element) => getComputedStyle(element).position)
    expect(position === 'sticky', `${width} × ${height}`).toBe(fits)
    if (fits) stays.push(`${width} × ${height}`)
  }
  expect(stays).toContain('1440 × 1200')
  expect(stays).not.toContain('390 × 500')
  await page.close()
})

test('reading on lights the next step, and changes neither address nor history', async () => {
  const page = await open(`${told()}#step-3`, { viewport: { width: 1440, height: 1200 } })
  const lit = page.locator('told-steps li.lit')
  await page.waitForFunction(() => document.querySelector('told-steps li.lit')?.id === 'step-3')
  const history = await page.evaluate(() => window.history.length)
  await page.evaluate(() => document.querySelector('#step-5')?.scrollIntoView())
  await page.waitForFunction(() => document.querySelector('told-steps li.lit')?.id === 'step-5')
  expect(await lit.count()).toBe(1)
  expect(await page.evaluate(() => window.history.length)).toBe(history)
  expect(page.url()).toMatch(/#step-3$/)
  await page.close()
})

test.each([
  ['reduced motion', { reducedMotion: 'reduce' }],
  ['no script', { javaScriptEnabled: false }],
])('with %s the loop is a numbered list under a diagram that does not stay', async (_, options) => {
  const page = await open(told(), { viewport: { width: 1440, height: 1200 }, ...options })
  const items = page.locator('figure[data-figure=loop] ol > li')
  expect(await items.count()).toBe(7)
  expect(await items.first().innerText()).toMatch(/一[\s\S]*步骤甲[\s\S]*示例甲部门/)
  expect(
    await page
      .locator('.told > .drawing')
      .evaluate((element) => getComputedStyle(element).position),
  ).not.toBe('sticky')
  expect(await page.locator('.told .lit').count()).toBe(0)
  await page.close()
})

test('in print the steps are a list and nothing is lit', async () => {
  const page = await open(`${told()}#step-3`, { viewport: { width: 1440, height: 1200 } })
  await page.waitForFunction(() => document.querySelector('told-steps li.lit')?.id === 'step-3')
  await page.emulateMedia({ media: 'print' })
  // Printing changes the size, in which no step may be in view; the step that was is highlighted again.
  const ring = await page
    .locator('svg.cut-w [data-marks] > g')
    .nth(2)
    .evaluate((step) => {
      step.classList.add('lit')
      return getComputedStyle(step.querySelector('path') as Element).strokeWidth
    })
  expect(ring).toBe('1px')
  expect(
    await page
      .locator('.told > .drawing')
      .evaluate((element) => getComputedStyle(element).position),
  ).not.toBe('sticky')
  await page.close()
})

test('where only the names of the steps are known, the figure is its drawing and a sentence, without a script', async () => {
  const asked: string[] = []
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(today(), { waitUntil: 'networkidle' })
  const figure = page.locator('figure[data-figure=loop]')
  expect(await figure.locator('ol, told-steps').count()).toBe(0)
  expect(await figure.locator('.caveat').innerText()).toContain('名称与次序')
  expect(asked.filter((url) => url.includes('ToldSteps'))).toEqual([])
  await page.close()
})
