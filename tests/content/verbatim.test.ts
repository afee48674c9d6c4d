import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockTexts, readAllPages } from './builtPage.ts'
import {
  marksFile,
  marksOf,
  ownLetters,
  packMarks,
  sharedRuns,
  shingleLength,
  unpackMarks,
} from './verbatim.ts'

const source = unpackMarks(readFileSync(marksFile))
const phrases: string[] = JSON.parse(
  readFileSync(new URL('../../data/protected-phrases.json', import.meta.url), 'utf8'),
).map(({ phrase }: { phrase: string }) => phrase)

test('no page copies a run of the source but in set phrases', () => {
  const copied = [...readAllPages()].flatMap(([file, main]) =>
    blockTexts(main)
      .flatMap((text) => sharedRuns(text, source))
      .filter((run) => [...ownLetters(run, phrases)].length >= shingleLength)
      .map((run) => `${file}：${run}`),
  )
  expect(copied).toEqual([])
})

test('the source is marked, and what it says in a set phrase is found in it', () => {
  expect(source.size).toBeGreaterThan(2000)
  const clause = '以习近平新时代中国特色社会主义思想为指导，全面贯彻中共二十大和二十届历次全会精神'
  expect(sharedRuns(clause, source)).toHaveLength(1)
  expect(ownLetters(clause, phrases)).toHaveLength(0)
})

test('a run is found whole whatever stands around it and whatever marks it is set with', () => {
  const han = fc.string({ unit: fc.constantFrom(...'协商为民促发展履职尽责显担当'), minLength: 60 })
  fc.assert(
    fc.property(
      han,
      fc.nat(20),
      fc.integer({ min: shingleLength, max: 40 }),
      (text, from, length) => {
        const marks = unpackMarks(packMarks(marksOf(text)))
        const run = text.slice(from, from + length)
        const pointed = [...run].join('，')
        expect(sharedRuns(`甲乙${pointed}丙丁`, marks)).toEqual([run])
        expect(sharedRuns(`甲乙${run.slice(0, shingleLength - 1)}丙丁`, marks)).toEqual([])
      },
    ),
  )
})
