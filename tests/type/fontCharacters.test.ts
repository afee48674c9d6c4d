import { expect, test } from 'vitest'
import { charactersOf, faces, fontCharacters } from '../../src/type/fontCharacters.ts'

test('all faces have the same characters, the standard ones and 〇 among them', () => {
  for (const face of faces) expect(charactersOf(face)).toEqual(fontCharacters())
  const has = (text: string) =>
    [...text].filter((each) => fontCharacters().has(each.codePointAt(0) as number)).join('')
  // One character of each of the three lists, then some of the third list only, including ones beyond the basic plane.
  const standard = '一蔫彳亍溇堃喆淏㑇㘎㙍𠙶𬺓𬺈'
  expect(has(`〇${standard}¥㎡`)).toBe(`〇${standard}¥㎡`)
  const han = [...fontCharacters()].filter((code) =>
    /\p{Script=Han}/u.test(String.fromCodePoint(code)),
  )
  expect(han.length).toBeGreaterThanOrEqual(8105 + 1)
})
