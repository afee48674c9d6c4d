import { expect, test } from 'vitest'
import { citePlain, citeStandard, isCitable } from '../../src/facts/citation.ts'

const unset = {
  publisher: { organizer: null, publishedAt: null },
  work: '履职亮点回眸',
  year: 2025,
  part: '“政企协商会”',
}
const known = {
  ...unset,
  publisher: { organizer: '示例区政协办公室', publishedAt: '2026-01-05 09:00' },
  address: 'https://example.gov.cn/2025/consultation/',
}

test('what is not known is left out, and nothing is made up', () => {
  expect(citeStandard(unset)).toBe('“政企协商会”[EB/OL]//履职亮点回眸：2025年版.')
  expect(citePlain(unset)).toBe('“政企协商会”，载《履职亮点回眸》（2025年版）。')
})

test('a reference is complete once publisher and day are known', () => {
  expect(isCitable(unset.publisher)).toBe(false)
  expect(isCitable({ ...known.publisher, publishedAt: null })).toBe(false)
  expect(isCitable(known.publisher)).toBe(true)
})

test('a stated publisher, day and address are cited as stated', () => {
  expect(citeStandard(known)).toBe(
    '“政企协商会”[EB/OL]//履职亮点回眸：2025年版. 示例区政协办公室, 2026-01-05. https://example.gov.cn/2025/consultation/',
  )
  expect(citePlain(known)).toBe(
    '“政企协商会”，载《履职亮点回眸》（2025年版），示例区政协办公室，2026-01-05，https://example.gov.cn/2025/consultation/',
  )
})

test('the whole edition is cited as one work', () => {
  expect(citeStandard({ ...unset, part: '' })).toBe('履职亮点回眸：2025年版[EB/OL].')
  expect(citePlain({ ...unset, part: '' })).toBe('《履职亮点回眸》（2025年版）。')
})
