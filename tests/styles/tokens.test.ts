import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')

type Tokens = Record<string, { value: string; stated: number[] }>

/** The colour tokens of the first block after a selector, with the contrast ratios in their comments. */
function tokensOf(selector: string): Tokens {
  const at = css.indexOf(`${selector} {`)
  if (at < 0) throw new Error(`tokens.css 没有 ${selector}`)
  const block = css.slice(at, css.indexOf('}', at))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});(?: \/\*\s*([\d.]+) \/\s*([\d.]+))?/g)].map(
      ([, name = '', value = '', paper, tint]) => [
        name,
        { value, stated: [paper, tint].filter(Boolean).map(Number) },
      ],
    ),
  )
}

/** WCAG 2.x relative luminance of a six-digit hex colour. */
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const schemes = {
  light: tokensOf(':root'),
  dark: tokensOf(':root:not([data-theme="light"], [data-mode="care"])'),
  care: tokensOf(':root[data-mode="care"]'),
}
const text = ['ink', 'ink-2', 'ink-3', 'accent', 'lake']

describe.each(Object.entries(schemes))('the %s scheme', (_name, tokens) => {
  const value = (name: string) => tokens[name]?.value ?? '缺'

  test('sets text at 4.5:1 and marks at 3:1 on both of its grounds', () => {
    for (const ground of ['paper', 'tint']) {
      for (const name of text) {
        const ratio = contrast(value(name), value(ground))
        expect(ratio, `--${name} 在 --${ground} 上`).toBeGreaterThanOrEqual(4.5)
      }
      expect(
        contrast(value('mark'), value(ground)),
        `--mark 在 --${ground} 上`,
      ).toBeGreaterThanOrEqual(3)
    }
  })

  test('states the contrast it really has', () => {
    for (const name of [...text, 'mark', 'rule']) {
      const stated = tokens[name]?.stated ?? []
      expect(stated, `--${name} 没有写明对比度`).toHaveLength(2)
      const real = ['paper', 'tint'].map((ground) =>
        contrast(value(name), value(ground)).toFixed(2),
      )
      expect(
        stated.map((ratio) => ratio.toFixed(2)),
        `--${name}`,
      ).toEqual(real)
    }
  })
})

test('the dark that a reader chooses is the dark that the system asks for', () => {
  expect(tokensOf(':root[data-theme="dark"]:not([data-mode="care"])')).toEqual(schemes.dark)
})
