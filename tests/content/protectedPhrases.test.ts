import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAllPages, readProse, squeeze, textWithout } from './builtPage.ts'

interface ProtectedPhrase {
  phrase: string
  fragment: string
  chapters: string[]
}

interface GlossaryEntry {
  term: string
  definition: string
}

const readData = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'))
const phrases: ProtectedPhrase[] = readData('protected-phrases')
const glossary: GlossaryEntry[] = readData('glossary')

test('every phrase has a fragment that is part of it', () => {
  const wrong = phrases.filter(({ phrase, fragment }) => !phrase.includes(fragment))
  expect(wrong).toEqual([])
})

test('every protected phrase stands whole on its pages', () => {
  const missing = phrases.flatMap(({ phrase, chapters }) =>
    chapters
      .filter((chapter) => !readProse(chapter).includes(squeeze(phrase)))
      .map((chapter) => `“${phrase}”不在 ${chapter}`),
  )
  expect(missing).toEqual([])
})

test('no page cuts a protected phrase', () => {
  const cut = [...readAllPages()].flatMap(([file, main]) => {
    // A quotation inside a set phrase keeps its words but not its quotation marks.
    const text = textWithout(main, 'svg').replaceAll('‘', '“').replaceAll('’', '”')
    return phrases
      .filter(({ phrase, fragment }) => text.replaceAll(squeeze(phrase), '\n').includes(fragment))
      .map(({ phrase, fragment }) => `${file} 有“${fragment}”，却不是完整的“${phrase}”`)
  })
  expect(cut).toEqual([])
})

test('no definition of a term holds or cuts a protected phrase', () => {
  const inside = glossary.flatMap(({ term, definition }) =>
    phrases
      .filter(({ fragment }) => definition.includes(fragment))
      .map(({ phrase }) => `“${term}”的释义里有“${phrase}”`),
  )
  expect(inside).toEqual([])
})
