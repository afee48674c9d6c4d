import { expect, test } from 'vitest'
import { readCbor } from '../../src/search/cbor.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

// Examples from appendix A of RFC 8949.
test.each([
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1000000],
  ['20', -1],
  ['3863', -100],
  ['60', ''],
  ['6449455446', 'IETF'],
  ['63e6b0b4', '水'],
  ['80', []],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
])('%s is read as %j', (hex, value) => {
  expect(readCbor(bytes(hex))).toEqual(value)
})

test.each(['f4', 'a0', '4401020304', '1b000000e8d4a51000', '9f01ff', '', '8301'])(
  '%s is of no kind that an index has, or cut short, and refused',
  (hex) => {
    expect(() => readCbor(bytes(hex))).toThrow()
  },
)
