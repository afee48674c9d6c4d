import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Find, findAll } from '../../src/search/engine.ts'
import type { SearchPage } from '../../src/search/page.ts'

/** An index over plain texts that counts what is looked up and read. */
function indexOf(texts: readonly string[]) {
  const asked: string[] = []
  const read: string[] = []
  const find: Find = async (part) => {
    asked.push(part)
    return texts
      .map((text, at) => ({ text, id: String(at) }))
      .filter(({ text }) => text.includes(part))
      .map(({ text, id }) => ({
        id,
        score: 1,
        read: async () => {
          read.push(id)
          return { text } as SearchPage
        },
      }))
  }
  return { find, asked, read }
}

test('a run whose first pair few pages have is looked for in those pages, not in more of the index', async () => {
  const { find, asked, read } = indexOf(['闭环七步法', '闭环', '提案'])
  const found = await findAll(find, ['闭环七步'])
  expect(found.map(({ id }) => id)).toEqual(['0'])
  expect(asked).toEqual(['闭环'])
  expect(read).toEqual(['0', '1'])
})

test('where many pages have the first pair, the second narrows them down', async () => {
  const { find, asked } = indexOf([...Array.from({ length: 9 }, () => '政协'), '政协委员'])
  const found = await findAll(find, ['政协委员'])
  expect(found.map(({ id }) => id)).toEqual(['9'])
  expect(asked).toEqual(['政协', '委员'])
})

test('however a run is looked for, the pages are those that contain it', async () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 7 }),
      async (texts, run) => {
        const found = await findAll(indexOf(texts).find, [run])
        const ids = texts.flatMap((one, at) => (one.includes(run) ? [String(at)] : []))
        expect(found.map(({ id }) => id).sort()).toEqual(ids.sort())
      },
    ),
    { numRuns: 300 },
  )
})
