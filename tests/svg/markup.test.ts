import { expect, test } from 'vitest'
import { element, stroke, text } from '../../src/svg/markup.ts'

test('text is escaped and empty attributes are left out', () => {
  expect(text(1.04, 2, '甲<乙&丙')).toBe('<text x="1" y="2">甲&lt;乙&amp;丙</text>')
  expect(element('g', { class: '', 'data-marks': 'a"b' })).toBe('<g data-marks="a&quot;b"/>')
})

test('an empty path or text is not written', () => {
  expect(text(1, 2, '', 'm')).toBe('')
  expect(stroke('u')).toBe('')
  expect(stroke('u', 'M0 0h1', 'M0 2h1')).toBe('<path class="u" d="M0 0h1M0 2h1"/>')
})
