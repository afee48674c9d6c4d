import { expect, test } from 'vitest'
import { uprightMarks } from '../../src/components/uprightMarks.ts'

test('an upright line has the quotation marks of upright lines', () => {
  expect(uprightMarks('社情民意信息“直通车”')).toBe('社情民意信息『直通车』')
  expect(uprightMarks('“全区‘码上商’”')).toBe('『全区「码上商」』')
})
