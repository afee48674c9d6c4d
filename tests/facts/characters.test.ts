import fc from 'fast-check'
import { expect, test } from 'vitest'
import { characterFaults, seen, unifiedForm } from '../../src/facts/characters.ts'

const found = (text: string) =>
  characterFaults(text).map(({ index, found, expected }) => `${index} ${found} ${expected}`)

test.each([
  ['⼈⼗余', '0 部首“⼈⼗”（U+2F08、U+2F17） “人十”（U+4EBA、U+5341）'],
  ['书⻓', '1 部首“⻓”（U+2ED3） “长”（U+957F）'],
  ['\uF9D1家', '0 兼容字形“\uF9D1”（U+F9D1） “六”（U+516D）'],
  ['智\u200B慧', '1 零宽字符（U+200B） 没有这种字符'],
  ['智\uFE0F慧', '1 零宽字符（U+FE0F） 没有这种字符'],
  ['a\u202Eb', '1 改变文字方向的控制符（U+202E） 没有这种字符'],
  ['a\u000Bb', '1 控制字符（U+000B） 没有这种字符'],
  ['a\u2028b', '1 别的换行符（U+2028） 没有这种字符'],
  ['a\rb', '1 别的换行符（U+000D） 没有这种字符'],
  ['一\u3000二', '1 特别的空格（U+3000） 普通的空格，或不留空格'],
  ['一\uD83D二', '1 残缺的字（半个代理对）（U+D83D） 没有这种字符'],
  ['\uE000', '0 自造字（U+E000） 没有这种字符'],
  ['\uFFFD', '0 丢失的字“\uFFFD”（U+FFFD） 没有这种字符'],
  ['\u0378', '0 没有定义的字符（U+0378） 没有这种字符'],
  ['５８件', '0 全角的数字或字母“５８”（U+FF15、U+FF18） “58”（U+0035、U+0038）'],
  ['二○二五', '1 当作“〇”的圆圈或字母“○”（U+25CB） “〇”（U+3007）'],
  ['二OO五', '1 当作“〇”的圆圈或字母“OO”（U+004F） “〇〇”（U+3007）'],
  ['南湖・阅享会', '2 样子相近的别的字符“・”（U+30FB） “·”（U+00B7）'],
  ['А类', '0 样子相近的别的字符“А”（U+0410） “A”（U+0041）'],
  ['エ作', '0 样子相近的别的字符“エ”（U+30A8） “工”（U+5DE5）'],
  ['の', '0 外文字母“の”（U+306E） 没有这种字符'],
])('%j', (text, fault) => {
  expect(found(text)).toEqual([fault])
})

test('Han, Latin and the marks of Chinese texts may stand, line ends of Windows too', () => {
  expect(
    found('二〇二五年，“书香政协·南湖阅享会”——《办法》（试行）…○\r\n\tABC, abc 55.8%；𬘓'),
  ).toEqual([])
})

test('every fault is a piece of the text, in order, and none overlaps another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let end = 0
      for (const { index, length } of characterFaults(text)) {
        expect(index).toBeGreaterThanOrEqual(end)
        expect(length).toBeGreaterThan(0)
        end = index + length
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('a radical of either block has the character that it looks like', () => {
  expect([...'⼈⼗⻓⻜⻥人'].map(unifiedForm).join('')).toBe('人十长飞鱼人')
})

test('a message shows what cannot be seen', () => {
  expect(seen('智\u200B慧\n\uD83D')).toBe('智[U+200B]慧[U+000A][U+D83D]')
})
