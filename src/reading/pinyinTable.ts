import { pinyin } from 'pinyin-pro'
import { heteronyms } from './heteronyms.ts'

/** Readings without tones, by Chinese character; ü is written v, as it is typed. */
export type PinyinTable = Readonly<Record<string, readonly string[]>>

const options = { toneType: 'none', type: 'array', v: true } as const
const han = /\p{Script=Han}/u
const syllable = /^[a-z]+$/

/** The spellings of a reading: 履 is typed lv and, by some, lu. */
const typed = (reading: string) =>
  reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading]

/**
 * The readings of every Chinese character of a text: in its context, alone, and from the list of heteronyms. The
 * dictionary is needed only here, in the build.
 */
export function pinyinTable(text: string): Record<string, string[]> {
  const inContext = pinyin(text, { ...options, nonZh: 'spaced' })
  const characters = [...text]
  const readings = new Map<string, Set<string>>()
  const add = (character: string, reading: string | undefined) => {
    if (!reading || !syllable.test(reading)) return
    const known = readings.get(character) ?? new Set()
    for (const spelling of typed(reading)) known.add(spelling)
    readings.set(character, known)
  }
  const aligned = inContext.length === characters.length
  characters.forEach((character, index) => {
    if (!han.test(character)) return
    if (aligned) add(character, inContext[index])
    if (readings.has(character) && !heteronyms[character]) return
    for (const reading of [...(heteronyms[character] ?? []), ...pinyin(character, options)]) {
      add(character, reading)
    }
  })
  return Object.fromEntries([...readings].map(([character, set]) => [character, [...set].sort()]))
}
