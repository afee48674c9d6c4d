import { expect, test } from 'vitest'
import { readableAddress } from '../../src/type/readableAddress.ts'

test('an address in Han is read in Han', () => {
  const read = 'https://南湖政协.example:8443/政协/履职/2025/'
  expect(readableAddress(new URL(read).href)).toBe(read)
})

test('an address in ASCII is read as it is', () => {
  for (const address of ['https://www.example.gov.cn/lvzhi/2025/', 'http://[::1]:8080/'])
    expect(readableAddress(address)).toBe(address)
})

test('one that no font can draw stays encoded', () => {
  const address = new URL('https://南湖政協.example/履职/').href
  expect(readableAddress(address)).toBe(address)
})
