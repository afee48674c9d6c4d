import { Converter } from 'opencc-js'
import { type CharacterFault, characterFaults, codesOf } from '../facts/characters.ts'
import { fontCharacters } from '../type/fontCharacters.ts'
import { type Document, type Path, problemAt, stringsOf } from './document.ts'
import { positionAt } from './position.ts'
import type { Problem } from './problem.ts'

let converters: ((text: string) => string)[] | undefined

/** The form in 通用规范汉字表 that corresponds to a traditional, variant or Japanese form, if there is one. */
function standardForm(character: string): string | undefined {
  converters ??= (['t', 'jp'] as const).map((from) => Converter({ from, to: 'cn' }))
  return converters
    .map((convert) => convert(character))
    .find((form) => form !== character && fontCharacters().has(form.codePointAt(0) as number))
}

/** Characters that are missing from the project's fonts, so that pictures, headings and the PDF would show a blank. */
function undrawn(text: string): CharacterFault[] {
  const drawn = fontCharacters()
  return [...new Set(text)].flatMap((character) => {
    if (/\s/u.test(character) || drawn.has(character.codePointAt(0) as number)) return []
    if (characterFaults(character).length > 0) return []
    const right = standardForm(character)
    const shown = `“${character}”（${codesOf(character)}）`
    const words = right
      ? {
          found: `繁体字或异体字${shown}`,
          expected: `“${right}”（${codesOf(right)}）`,
          hint: '用《通用规范汉字表》里的字',
        }
      : {
          found: `字库里没有的字${shown}`,
          expected: '《通用规范汉字表》里的字，和常用的标点、字母',
          hint: '图、标题和 PDF 画不出它，换成通用的字；人名、地名确是此字，请维护者补进 fonts/',
        }
    return [...text.matchAll(new RegExp(character, 'gu'))].map(({ index }) => ({
      index,
      length: character.length,
      ...words,
    }))
  })
}

const faultsOf = (text: string) => [...characterFaults(text), ...undrawn(text)]

/** Characters in the text of a file that content may not hold, or no font can draw. */
export const checkCharacters = (file: string, text: string): Problem[] =>
  faultsOf(text).map(({ index, length: _, ...words }) => ({
    file,
    ...positionAt(text, index),
    ...words,
  }))

const severalLines = {
  found: '分成几行的文字',
  expected: '写在一行里的文字',
  hint: '去掉换行和制表符，太长也不换行；换行处会变成空格',
}

/** The longest text allowed in a value; texts shown on one line have shorter limits of their own in the schemas. */
const maxTextLength = 500

const tooLong = (text: string) => ({
  found: `${[...text].length} 个字的文字`,
  expected: `至多 ${maxTextLength} 个字的文字`,
  hint: '多半是粘贴错了；长的内容写在正文里',
})

const blankText = {
  found: '空白的文字',
  expected: '有内容的文字',
  hint: '没有内容就写 null，不能为 null 的要写上内容',
}

const padded = { found: '首尾的空格', expected: '首尾没有空格的文字', hint: '删去首尾的空格' }

/** Whether a file holds a text so long that searching it for quantities would take minutes. */
export const isOverlong = (document: Document): boolean =>
  [...stringsOf(document.value)].some(({ text }) => text.length > maxTextLength)

/** Wrong characters that a file writes as escapes (\\u200b), and line breaks, in the values read from it. */
export function checkValues(document: Document): Problem[] {
  const { file, text: source } = document
  const written = (path: Path) => source.slice(...document.rangeOf(path)).trim()
  // Only front matter can continue a value on the next line, and only a backslash can write a character as an escape.
  const isFolded = (path: Path) => file.endsWith('.mdx') && written(path).includes('\n')
  const hasEscapes = source.includes('\\')
  return [...stringsOf(document.value)].flatMap(({ text, path }) => {
    if (text.length > maxTextLength) return [problemAt(document, path, tooLong(text))]
    if (text !== '' && /^[\s|]*$/.test(text)) return [problemAt(document, path, blankText)]
    if (/[\n\t]/.test(text) || isFolded(path)) return [problemAt(document, path, severalLines)]
    if (text !== text.trim()) return [problemAt(document, path, padded)]
    if (!hasEscapes) return []
    return faultsOf(text).flatMap(({ index, length, ...words }) =>
      // A character written directly was reported when the file was read.
      written(path).includes(text.slice(index, index + length))
        ? []
        : [problemAt(document, path, words)],
    )
  })
}
