import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentencesOf } from '../../src/components/readAloud/sentences.ts'
import { builtPages } from '../site/builtPages.ts'
import { violations } from './axe.ts'
import { openSite } from './site.ts'

type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService'>
interface Stub {
  /** What was spoken, and with which voice. */
  said: { text: string; voice: string | undefined }[]
  /** Ends the utterance being spoken. */
  finish(): void
  /** Makes the voices available, which a device may do late. */
  arrive(): void
}
/** Exists in the page. */
declare const stub: Stub

const mandarin = { name: '普通话', lang: 'zh-CN', localService: true }
const cantonese = { name: '粤语', lang: 'zh_HK', localService: true }
const remote = { name: '远程', lang: 'zh-CN', localService: false }
const english = { name: 'English', lang: 'en-US', localService: true }

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** A page of a browser with these voices; an automated browser has none of its own. */
async function visit(
  path: string,
  {
    voices = [mandarin],
    late = false,
    ...options
  }: { voices?: Voice[]; late?: boolean } & BrowserContextOptions = {},
): Promise<Page> {
  const context = await site.browser.newContext({
    viewport: { width: 390, height: 844 },
    ...options,
  })
  await context.addInitScript(speak, { voices, late })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(new URL(path, site.url).href)
  return page
}

/** Replaces the browser's speech synthesis; runs in the page. */
function speak({ voices, late }: { voices: Voice[]; late: boolean }): void {
  let known: Voice[] = late ? [] : voices
  let current: SpeechSynthesisUtterance | undefined
  const speech = {
    onvoiceschanged: () => {},
    getVoices: () => known,
    speak(utterance: SpeechSynthesisUtterance) {
      if (utterance.text === '') return
      if (current) throw new Error('said while something else is being said')
      current = utterance
      state.said.push({ text: utterance.text, voice: utterance.voice?.name })
    },
    cancel() {
      const broken = current
      current = undefined
      if (broken) sessionStorage.setItem('broken', broken.text)
      setTimeout(() => broken?.onerror?.(new Event('error') as SpeechSynthesisErrorEvent))
    },
  }
  const state: Stub = {
    said: [],
    finish() {
      const ended = current
      current = undefined
      ended?.onend?.(new Event('end') as SpeechSynthesisEvent)
    },
    arrive() {
      known = voices
      speech.onvoiceschanged()
    },
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speech })
  Object.assign(window, {
    stub: state,
    SpeechSynthesisUtterance: class {
      text: string
      voice?: SpeechSynthesisVoice
      constructor(text: string) {
        this.text = text
      }
    },
  })
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const said = (page: Page) => page.evaluate(() => stub.said)
const finish = (page: Page) => page.evaluate(() => stub.finish())
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('read-aloud') ?? [])].map(String).join())

/** Presses 朗读 and waits for the first sentence. */
async function press(page: Page) {
  await button(page, '朗读').click()
  await button(page, '暂停').waitFor()
  await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href))
}

test.each([
  ['no voice', []],
  ['no Chinese voice', [english]],
  ['only a voice that is sent the text', [remote, english]],
])('with %s there is no button', async (_, voices) => {
  const page = await visit('2025/supervision/?care=1', { voices })
  await page.waitForFunction(() => customElements.get('read-aloud'))
  expect(await button(page, '朗读').count()).toBe(0)
  await page.context().close()
})

test('a voice that turns up late brings the button, and nothing moves', async () => {
  const page = await visit('2025/supervision/', { late: true })
  await page.waitForFunction(() => customElements.get('read-aloud'))
  expect(await button(page, '朗读').count()).toBe(0)
  const top = () => page.locator('h1').evaluate((title) => title.getBoundingClientRect().top)
  const before = await top()
  await page.evaluate(() => stub.arrive())
  expect(await button(page, '朗读').isVisible()).toBe(true)
  expect(await top()).toBe(before)
  await page.context().close()
})

test('pages without a chapter’s title have the button, and load its script, in 关怀版 alone', async () => {
  for (const path of ['', '2025/map/', '2025/charts/sessions/', 'about/']) {
    const page = await visit(path)
    expect(await button(page, '朗读').count(), path).toBe(0)
    const asked = page.waitForRequest(/\/Begin\.astro/)
    await page.getByRole('button', { name: '关怀版' }).click()
    await asked
    await button(page, '朗读').waitFor()
    await page.context().close()
  }
})

test('a chapter is read whole, in its order, each sentence marked while it is said', async () => {
  const page = await visit('2025/consultation/', { voices: [remote, cantonese, mandarin] })
  await press(page)
  const { document } = builtPages.find(({ path }) => path === '/2025/consultation/') ?? {}
  const main = document?.querySelector('main') as Element
  for (const svg of main.querySelectorAll('svg + svg')) svg.remove()
  const expected = sentencesOf(main)
  expect(expected.length).toBeGreaterThan(40)
  for (const { text, from } of expected) {
    expect((await said(page)).at(-1)).toEqual({ text, voice: '普通话' })
    expect((await marked(page)).replace(/\s+/g, ' ')).toBe(from ? text : '')
    await finish(page)
  }
  expect(await said(page)).toHaveLength(expected.length)
  await button(page, '朗读').waitFor()
  expect(await marked(page)).toBe('')
  await page.context().close()
})

test('a sentence out of view is shown, without motion where none is wanted; one in view moves nothing', async () => {
  const page = await visit('2025/supervision/', { reducedMotion: 'reduce' })
  await press(page)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  for (let sentence = 0; sentence < 30; sentence++) {
    await finish(page)
    const seen = await page.evaluate(() => {
      const [range] = CSS.highlights.get('read-aloud') ?? []
      const box = (range as Range | undefined)?.getBoundingClientRect()
      return !box || (box.top >= 0 && box.bottom <= innerHeight)
    })
    expect(seen, (await said(page)).at(-1)?.text).toBe(true)
  }
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(844)
  await page.context().close()
})

test('reading pauses, goes on from the sentence it left, and stops, by keyboard alone', async () => {
  const page = await visit('2025/supervision/')
  await button(page, '朗读').focus()
  await page.keyboard.press('Enter')
  await button(page, '暂停').waitFor()
  await finish(page)
  const [, second] = await said(page)
  await page.keyboard.press('Enter')
  await button(page, '继续').waitFor()
  expect(await marked(page)).toBe(second?.text)
  await page.keyboard.press('Enter')
  await button(page, '暂停').waitFor()
  expect((await said(page)).map(({ text }) => text).slice(1)).toEqual([second?.text, second?.text])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const play = button(page, '朗读')
  expect(await play.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await button(page, '停止').count()).toBe(0)
  expect(await marked(page)).toBe('')
  await page.context().close()
})

test('Escape stops the reading, but first closes what is open', async () => {
  const page = await visit('2025/supervision/')
  await press(page)
  await page.getByRole('button', { name: '定义与出处' }).first().press('Enter')
  await page.keyboard.press('Escape')
  expect(await button(page, '暂停').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await button(page, '朗读').waitFor()
  expect(await button(page, '停止').count()).toBe(0)
  await page.context().close()
})

test('reading stops as the page is left', async () => {
  const page = await visit('2025/supervision/')
  await press(page)
  const [first] = await said(page)
  await page.goto(`${site.url}about/`)
  expect(await page.evaluate(() => sessionStorage.getItem('broken'))).toBe(first?.text)
  await page.context().close()
})

test('what reads is asked for only when pressed, and is all that is asked for', async () => {
  const page = await visit('2025/supervision/')
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await press(page)
  for (let sentence = 0; sentence < 5; sentence++) await finish(page)
  await page.waitForLoadState('networkidle')
  expect(asked.sort()).toEqual([
    expect.stringMatching(/^\/_astro\/Reader\.astro.*\.js$/),
    expect.stringMatching(/^\/_astro\/reading-aloud\..*\.css$/),
  ])
  await page.context().close()
})

test.each([
  ['light', '2025/supervision/', { colorScheme: 'light' }],
  ['dark', '2025/supervision/', { colorScheme: 'dark' }],
  ['关怀版', '?care=1', {}],
  ['forced colours', '2025/supervision/', { forcedColors: 'active' }],
] as const)(
  'while it reads a page passes axe, and what is marked is legible: %s',
  async (_, path, options) => {
    const page = await visit(path, { bypassCSP: true, ...options })
    await press(page)
    expect(await violations(page)).toEqual([])
    const [text, ground, paper] = await page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
      const mark = getComputedStyle(
        document.querySelector('main p') as Element,
        '::highlight(read-aloud)',
      )
      return [
        mark.color,
        mark.backgroundColor,
        getComputedStyle(document.body).backgroundColor,
      ].map((colour) => {
        if (!canvas) throw new Error('没有画布')
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
        const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
          (part) => (part <= 10 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4),
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      })
    })
    const contrast = (one = 0, other = 0) =>
      (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    expect(ground).not.toBe(paper)
    await page.context().close()
  },
)

test('nothing of it is printed', async () => {
  const page = await visit('2025/supervision/')
  await press(page)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('read-aloud').isVisible()).toBe(false)
  await page.context().close()
})
