import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/reading/fold.ts'
import { excerpt as excerptOf, type Run } from '../../src/search/browser/excerpt.ts'

const excerpt = (text: string, parts: string[], whole: string[] = []) =>
  excerptOf({ text, title: '', sections: [] }, parts, whole)
const plain = (runs: Run[]) => runs.map((run) => run.text).join('')
const marked = (runs: Run[]) => runs.map((run) => (run.mark ? `[${run.text}]` : run.text)).join('')

test('an excerpt is the sentence of its match, every match in it marked', () => {
  const text = '前一句不要。示例区办了12场会，会上谈了Plot、ＰＬＯＴ和会务。后一句不要。'
  expect(marked(excerpt(text, ['会']))).toBe(
    '示例区办了12场[会]，[会]上谈了Plot、ＰＬＯＴ和[会]务。',
  )
  expect(marked(excerpt(text, ['plot']))).toBe(
    '示例区办了12场会，会上谈了[Plot]、[ＰＬＯＴ]和会务。',
  )
})

test('a long sentence is cut at punctuation, with an ellipsis, never inside a figure', () => {
  const clause = '近10万人次来到示例区看了又看走了又走说了又说'
  const text = `${`${clause}，`.repeat(5)}中间的词，${`${clause}，`.repeat(5)}完。`
  expect(marked(excerpt(text, ['中间']))).toBe(
    `…${clause}，${clause}，[中间]的词，${clause}，${clause}，…`,
  )
})

test('without punctuation in reach it goes on to the next', () => {
  const text = `甲，${'长'.repeat(90)}词${'长'.repeat(90)}，乙。`
  expect(plain(excerpt(text, ['词']))).toBe(`…${'长'.repeat(90)}词${'长'.repeat(90)}，…`)
})

test('a whole phrase is never cut', () => {
  const phrase = `${'一二三四五六七八九十'.repeat(5)}，${'甲乙丙丁'.repeat(8)}，收尾`
  const text = `${'开头的话很多，'.repeat(20)}${phrase}，${'后面的话也多，'.repeat(20)}`
  expect(plain(excerpt(text, ['收尾']))).not.toContain(phrase)
  expect(plain(excerpt(text, ['收尾'], [phrase]))).toContain(phrase)
})

test('a sentence is preferred to a heading, and the heading above it is left out', () => {
  const sentence = '示例区全年办了十二场协商会，谈出的问题件件有着落，桩桩有回音'
  expect(plain(excerpt(`协商会 图1-1 协商会 ${sentence} 协商会场数`, ['协商会']))).toBe(sentence)
})

test('a cell is quoted with the words behind it, up to the next code or the next name', () => {
  const row = '无 330000001 松风镇 位置待登记 120.7 30.7 无'
  expect(marked(excerpt(row, ['松风镇']))).toBe('[松风镇] 位置待登记')
  const sections = [
    { id: '', title: '松风镇', at: 0, role: 'place' as const },
    { id: '', title: '荷月镇', at: 10, role: 'place' as const },
  ]
  const list = { text: '松风镇 位置待登记 荷月镇 位置待登记', title: '', sections }
  expect(marked(excerptOf(list, ['松风镇']))).toBe('[松风镇] 位置待登记')
})

test('where only the title has it, what the page begins with is quoted', () => {
  const text = '示例协商会 一 企业诉求与解决方案面对面，谈出的问题件件有着落，桩桩有回音。'
  const page = { text, title: '示例协商会', sections: [] }
  expect(marked(excerptOf(page, ['协商会']))).toBe(text.slice(8))
})

test('parts far apart get an excerpt each, joined by an ellipsis', () => {
  const text = `头一句有芦席。${'隔得很远的话。'.repeat(30)}末一句有巴士。`
  expect(marked(excerpt(text, ['芦席', '巴士']))).toBe('头一句有[芦席]。…末一句有[巴士]。')
  expect(marked(excerpt('芦席与水上巴士。', ['芦席', '水上巴士']))).toBe('[芦席]与[水上巴士]。')
})

test('whatever is asked, an excerpt is made of pieces of the text and shows every part', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'甲乙丙，。、 5%.AaＡ'),
    minLength: 1,
    maxLength: 300,
  })
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (written, at, length) => {
      const from = at % written.length
      const part = fold(written.slice(from, from + length))
      fc.pre(!part.includes(' '))
      const runs = excerpt(written, [part])
      for (const piece of plain(runs).split('…')) expect(written).toContain(piece)
      expect(fold(plain(runs))).toContain(part)
      expect(runs.some((run) => run.mark)).toBe(true)
    }),
  )
})
