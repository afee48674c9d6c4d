import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/reading/fold.ts'

test('width and case are folded, nothing else', () => {
  expect(fold('ＡＢｃ１２３％，（）')).toBe('abc123%,()')
  expect(fold('营商　环境 Plot')).toBe('营商 环境 plot')
  expect(fold('80余个、80多个，營商環境。')).toBe('80余个、80多个,營商環境。')
})

test('folding moves no offset and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = fold(text)
      expect(folded).toHaveLength(text.length)
      expect(fold(folded)).toBe(folded)
    }),
  )
})
