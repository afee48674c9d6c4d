import { expect, test } from 'vitest'
import { wordSource } from '../../src/facts/source.ts'

const words = (phrase: string, section: '第四部分' | '图注' = '第四部分') =>
  wordSource({ document: 'article', section, paragraph: 2, phrase })

test('a place in the source is told in one kind of numeral', () => {
  expect(words('112个村社')).toBe('原文第四部分第二段，“112个村社”')
  expect(words('专题协商会', '图注')).toBe('原文图注第二条，“专题协商会”')
})

test('every quotation within the quoted words takes the inner marks', () => {
  expect(words('“清明”“五一”期间')).toBe('原文第四部分第二段，“‘清明’‘五一’期间”')
  expect(words('“码上商”二维码171个')).toBe('原文第四部分第二段，“‘码上商’二维码171个”')
})
