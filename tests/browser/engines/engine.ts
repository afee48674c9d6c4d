import type { EngineName } from '../../../src/machine/findEngines.ts'

/** Keys that have no character of their own, as WebDriver writes them. */
export const keys = { Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004' } as const

/** What a command of a protocol answers, each in its own form. */
// biome-ignore lint/suspicious/noExplicitAny: the protocols are spoken by name, without their types.
export type CommandResult = any

/** What every engine can be asked by the protocol it speaks. */
export interface Driver {
  resize(width: number, height: number): Promise<void>
  goto(url: string): Promise<void>
  /** The JSON of what an expression comes to. */
  evaluate(expression: string): Promise<string | undefined>
  /** The window as a PNG. */
  screenshot(): Promise<Buffer>
  clickAt(x: number, y: number): Promise<void>
  press(key: string): Promise<void>
  close(): Promise<void>
}

/** One page of one engine. */
export interface EnginePage {
  name: EngineName
  /** Sets the width and height of what the page is shown in. */
  resize(width: number, height: number): Promise<void>
  /** Opens a path of the site and waits until its fonts are there. */
  goto(path: string): Promise<void>
  /** Runs a function in the page; what goes in and comes out is JSON. */
  evaluate<Argument, Answer>(
    work: (argument: Argument) => Answer | Promise<Answer>,
    argument?: Argument,
  ): Promise<Answer>
  /** The window as a PNG. */
  screenshot(): Promise<Buffer>
  /** Presses the mouse on the first line of what a selector, or a function in the page, finds. */
  click(target: string | (() => Element | null | undefined)): Promise<void>
  /** Presses one key. */
  press(key: keyof typeof keys): Promise<void>
  /** What the page has complained of since it was opened. */
  complaints(): Promise<string[]>
  close(): Promise<void>
}

/** The page that a driver shows of a site whose pages note their own complaints (`watchSite`). */
export function pageOf(name: EngineName, driver: Driver, site: string): EnginePage {
  const evaluate: EnginePage['evaluate'] = async (work, argument) => {
    const given = JSON.stringify(argument) ?? 'undefined'
    const answer = await driver.evaluate(
      `(async () => JSON.stringify(await (${work})(${given})))()`,
    )
    return answer === undefined ? undefined : JSON.parse(answer)
  }
  const page: EnginePage = {
    name,
    resize: driver.resize,
    evaluate,
    screenshot: driver.screenshot,
    async goto(path) {
      await driver.goto(`${site}${path}`)
      await evaluate(() => document.fonts.ready.then(() => true))
    },
    async click(target) {
      const find =
        typeof target === 'string' ? `document.querySelector('${target}')` : `(${target})()`
      const place = await driver.evaluate(
        `(() => {
          const element = ${find}
          if (!element) return
          element.scrollIntoView({ block: 'center', behavior: 'instant' })
          const { left, top, width, height } = element.getClientRects()[0]
          return JSON.stringify([Math.round(left + width / 2), Math.round(top + height / 2)])
        })()`,
      )
      if (!place) throw new Error(`没有找到 ${target}`)
      const [x, y] = JSON.parse(place) as [number, number]
      await driver.clickAt(x, y)
    },
    press: (key) => driver.press(keys[key]),
    complaints: () => evaluate(() => (window as unknown as { complaints: string[] }).complaints),
    close: driver.close,
  }
  return page
}
