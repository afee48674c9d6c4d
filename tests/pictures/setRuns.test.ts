import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakPhrases, setLine, setQuantity, widthOfRuns } from '../../src/pictures/setRuns.ts'
import { type CardRun, cardPhrases } from '../../src/pictures/shareCard.ts'
import { widthOf } from '../../src/svg/lettering.ts'

const phrases = (copy: string): CardRun[][] => cardPhrases([{ kind: 'text', text: copy }])
const broken = (copy: string, width: number) =>
  breakPhrases(phrases(copy), 1, width).map((line) => line.map(({ text }) => text).join(''))

test('lines are broken between phrases, and are even', () => {
  expect(broken('联系点建设覆盖|13个镇街、|112个村社，|“码上商”二维码|171个', 17)).toEqual([
    '联系点建设覆盖13个镇街、',
    '112个村社，“码上商”二维码171个',
  ])
})

test('a phrase that is part of another one does not break it', () => {
  expect(broken('政协|开政协会|共商', 5)).toEqual(['政协', '开政协会', '共商'])
})

test('a phrase longer than a line is broken between its words, before no closing mark', () => {
  expect(broken('2023年出台|《南湖区建立健全政企协商机制的实施办法》，', 10)).not.toContain('》，')
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 22 }), (width) => {
      for (const line of broken(
        '2023年出台|《南湖区建立健全政企协商机制的实施办法》，|开展监督。',
        width,
      )) {
        expect(line).not.toMatch(/^[》，。]|《$/)
        expect(widthOf(line, 1)).toBeLessThanOrEqual(width + 2)
      }
    }),
  )
})

test('a qualifier stays apart from its number over a break', () => {
  const lines = breakPhrases(
    [
      [{ text: '报送', qualifier: false }],
      [
        { text: '累计', qualifier: true },
        { text: '500', qualifier: false },
        { text: '余', qualifier: true },
        { text: '篇', qualifier: false },
      ],
    ],
    1,
    6,
  )
  expect(lines.at(-1)).toEqual([
    { text: '累计', qualifier: true },
    { text: '500', qualifier: false },
    { text: '余', qualifier: true },
    { text: '篇', qualifier: false },
  ])
  expect(widthOfRuns(lines[0] ?? [], 1)).toBe(2)
})

test('a mark loses its blank half at the start of a line and after another mark', () => {
  const shifts = (text: string) =>
    /dx="([^"]*)"/.exec(setLine([{ text, qualifier: false }], 0, 0, 10, ''))?.[1]
  expect(shifts('“会”，到')).toBe('-5 0 0 -5 0')
  expect(shifts('到、“会')).toBe('0 0 -5 0')
  expect(shifts('到“会')).toBeUndefined()
})

test('a figure sets its number large, its unit small, and Han numerals at one size', () => {
  const sizes = (parts: { text: string; role: 'number' | 'unit' | 'qualifier' }[]) =>
    [...setQuantity({ parts, size: 100, unitSize: 40 }, 0, 0).matchAll(/font-size="(\d+)"/g)].map(
      ([, size]) => Number(size),
    )
  expect(
    sizes([
      { text: '近', role: 'qualifier' },
      { text: '10', role: 'number' },
      { text: '万', role: 'number' },
      { text: '人次', role: 'unit' },
    ]),
  ).toEqual([40, 100, 100, 40])
  expect(
    sizes([
      { text: '六', role: 'number' },
      { text: '大类', role: 'unit' },
    ]),
  ).toEqual([72, 72])
})
