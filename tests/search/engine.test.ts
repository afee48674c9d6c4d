import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findIn } from '../../src/search/engine.ts'
import type { FullText } from '../../src/search/fullText.ts'
import type { SearchPage } from '../../src/search/page.ts'
import { indexedWords, runWords } from '../../src/search/token.ts'

/** An index over plain texts that tells what is looked up at once and what is read. */
function indexOf(texts: readonly string[]) {
  const pages = texts.map((text) => indexedWords([text]).split(' '))
  const asked: string[][] = []
  const read: number[] = []
  let round: string[] | undefined
  const index: FullText = {
    pages: pages.map((words, page) => ({ id: String(page), words: words.length })),
    async places(word) {
      if (!round) {
        round = []
        asked.push(round)
        queueMicrotask(() => {
          round = undefined
        })
      }
      round.push(word)
      return new Map(
        pages.flatMap((words, page): [number, number[]][] => {
          const places = words.flatMap((one, place) => (one === word ? [place] : []))
          return places.length > 0 ? [[page, places]] : []
        }),
      )
    },
    async read(page) {
      read.push(page)
      return { text: texts[page] } as SearchPage
    },
  }
  return { index, asked, read }
}

const ids = (found: { id: string }[]) => found.map(({ id }) => id)
const word = (pair: string) => runWords(pair)[0]

test('a run that one page begins and ends so is looked for in that page, not in more of the index', async () => {
  const { index, asked, read } = indexOf(['提案办理闭环', '提案，闭环', '提案办理'])
  expect(ids(await findIn(index, '提案办理闭环'))).toEqual(['0'])
  expect(asked).toEqual([[word('提案'), word('闭环')]])
  expect(read).toEqual([0])
  expect(await findIn(index, '提案督办闭环')).toEqual([])
})

test('however common its characters, a run takes two look-ups, and half of its words', async () => {
  const run = '政协委员履职亮点'
  const { index, asked, read } = indexOf([run, run, '政协委员，职亮点'])
  expect(ids(await findIn(index, run))).toEqual(['0', '1'])
  expect(asked).toEqual([
    [word('政协'), word('亮点')],
    [word('委员'), word('履职')],
  ])
  expect(read).toEqual([])
})

test('a page that says it more often, or has less else to say, answers better', async () => {
  const { index } = indexOf(['政协，政协，政协', '政协，其他，其他', '政协'])
  const [often = 0, long = 0, short = 0] = (await findIn(index, '政协')).map(({ score }) => score)
  expect(often).toBeGreaterThan(long)
  expect(short).toBeGreaterThan(long)
})

test('however a run is looked for, the pages are those that contain it', async () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 7 }),
      async (texts, run) => {
        const found = await findIn(indexOf(texts).index, run)
        const expected = texts.flatMap((one, at) => (one.includes(run) ? [String(at)] : []))
        expect(ids(found)).toEqual(expected)
      },
    ),
    { numRuns: 500 },
  )
})
