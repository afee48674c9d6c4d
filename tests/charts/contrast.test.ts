import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')

/** The colour tokens of every block of the stylesheet that sets the paper. */
const schemes = [...css.matchAll(/([^{}]*)\{([^{}]*--paper:\s*#[^{}]*)\}/g)].map(
  ([, selector = '', block = '']) => ({
    selector: selector.replace(/\/\*[\s\S]*?\*\//g, '').trim(),
    colours: Object.fromEntries(
      [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>,
  }),
)

const channel = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('the stylesheet has a light, a dark and a large-type scheme', () => {
  const names = schemes.map(({ selector }) => selector).join(' ')
  expect(schemes.length).toBeGreaterThanOrEqual(3)
  expect(names).toMatch(/theme="?dark/)
  expect(names).toMatch(/mode="?care/)
})

test.each(schemes)(
  'in $selector marks stand 3:1 on paper and tint, lettering 4.5:1',
  ({ colours }) => {
    for (const ground of ['paper', 'tint']) {
      const against = (name: string) =>
        contrast(colours[name] ?? '#ffffff', colours[ground] ?? '#ffffff')
      for (const mark of ['ink', 'accent', 'lake', 'mark'])
        expect(against(mark), `${mark} 对 ${ground}`).toBeGreaterThanOrEqual(3)
      for (const lettering of ['ink', 'ink-2', 'ink-3', 'accent', 'lake'])
        expect(against(lettering), `${lettering} 对 ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  },
)
