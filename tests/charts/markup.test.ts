import { expect, it } from 'vitest'
import { element, stroke, text } from '../../src/charts/markup.ts'
import { wordDate } from '../../src/charts/wordDate.ts'

it('text is escaped and empty attributes are left out', () => {
  expect(text(1.04, 2, '甲<乙&丙')).toBe('<text x="1" y="2">甲&lt;乙&amp;丙</text>')
  expect(element('g', { class: '', 'data-marks': 'a"b' })).toBe('<g data-marks="a&quot;b"/>')
})

it('an empty path or text is not written', () => {
  expect(text(1, 2, '', 'm')).toBe('')
  expect(stroke('u')).toBe('')
  expect(stroke('u', 'M0 0h1', 'M0 2h1')).toBe('<path class="u" d="M0 0h1M0 2h1"/>')
})

it('a date is worded as far as it is known', () => {
  expect(wordDate('2025-11-20')).toBe('2025年11月20日')
  expect(wordDate('2025-01')).toBe('2025年1月')
})
