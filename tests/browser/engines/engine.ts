import type { EngineName } from '../../../src/machine/findEngines.ts'

/** Keys without a character of their own, as WebDriver writes them. */
export const keys = { Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004' } as const

/** The answer to a command of a protocol, each in its own form. */
// biome-ignore lint/suspicious/noExplicitAny: the protocols are spoken by name, without their types.
export type CommandResult = any

/** The requests that every engine answers through its protocol. */
export interface Driver {
  resize(width: number, height: number): Promise<void>
  goto(url: string): Promise<void>
  /** The value of an expression, as JSON. */
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
  /** Sets the size of the viewport. */
  resize(width: number, height: number): Promise<void>
  /** Opens a path of the site and waits until its fonts have loaded. */
  goto(path: string): Promise<void>
  /** Runs a function in the page; argument and result are passed as JSON. */
  evaluate<Argument, Answer>(
    work: (argument: Argument) => Answer | Promise<Answer>,
    argument?: Argument,
  ): Promise<Answer>
  /** The window as a PNG. */
  screenshot(): Promise<Buffer>
  /** Clicks on the first line of the element that a selector, or a function in the page, finds. */
  click(target: string | (() => Element | null | undefined)): Promise<void>
  /** Presses one key. */
  press(key: keyof typeof keys): Promise<void>
  /** The errors that the page has reported since it was opened. */
  complaints(): Promise<string[]>
  close(): Promise<void>
}

/** The page that a driver shows, of a site whose pages record their own errors (`watchSite`). */
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
