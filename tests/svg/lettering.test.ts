import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overhang, widthOf, wrap } from '../../src/svg/lettering.ts'

test('lines together say what was to be said, each within the width', () => {
  const content = fc
    .array(fc.constantFrom('区', '政', '协', '，', '。', '“', '”', '10', '万', '%', '《', '》'))
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(content, fc.integer({ min: 120, max: 600 }), (words, width) => {
      const broken = wrap(words, 15, width)
      expect(broken.join('')).toBe(words)
      if (/[，。”》%“《0]{4}/.test(words)) return
      for (const line of broken) expect(widthOf(line, 15)).toBeLessThanOrEqual(width)
    }),
  )
})

test('a line never starts with closing punctuation nor ends with an opening quote', () => {
  const broken = wrap('开展“规范涉企行政执法”专项民主监督，提出建议。', 15, 120)
  expect(broken.length).toBeGreaterThan(1)
  for (const line of broken) {
    expect(line).not.toMatch(/^[，。”》]/)
    expect(line).not.toMatch(/[“《]$/)
  }
})

test('a figure is never broken', () => {
  const broken = wrap('南湖子城大集接待量单日最高达10万人次。', 14, 240, ['单日最高达10万人次'])
  expect(broken.some((line) => line.includes('单日最高达10万人次'))).toBe(true)
})

test('short words are set in even lines', () => {
  expect(wrap('第四季度', 13, 47)).toEqual(['第四', '季度'])
  expect(wrap('', 13, 47)).toEqual([])
})

test('an opening quote hangs by half its width', () => {
  expect(overhang('“码上商”二维码', 16)).toBe(8)
  expect(overhang('二维码', 16)).toBe(0)
})
