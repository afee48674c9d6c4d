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

test('a run whose beginning one page has is looked for in that page, not in more of the index', async () => {
  const { find, asked, read } = indexOf(['闭环七步法', '闭环', '提案'])
  const found = await findAll(find, ['闭环七步'])
  expect(found.map(({ id }) => id)).toEqual(['0'])
  expect(asked).toEqual(['闭环七'])
  expect(read).toEqual(['0'])
})

test('however common its characters, a run takes three look-ups at most', async () => {
  const run = '政协委员履职亮点'
  const { find, asked } = indexOf([run, run, run])
  expect(await findAll(find, [run])).toHaveLength(3)
  expect(asked).toEqual(['政协委', '政协委员', run])
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
