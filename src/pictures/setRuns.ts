import type { QuantityPart } from '../facts/wording.ts'
import { widthOf, wrap } from '../svg/lettering.ts'
import { element, escapeText, roundLength } from '../svg/markup.ts'
import type { CardRun } from './shareCard.ts'

const wordsOf = (runs: readonly CardRun[]) => runs.map(({ text }) => text).join('')

/** The estimated width of runs on one line. */
export const widthOfRuns = (runs: readonly CardRun[], size: number): number =>
  widthOf(wordsOf(runs), size)

/**
 * Phrases on few lines of even length, no wider than `width`. Lines break only between phrases, or inside a phrase that
 * is longer than a line; no closing mark begins a line.
 */
export function breakPhrases(
  phrases: readonly CardRun[][],
  size: number,
  width: number,
): CardRun[][] {
  const whole = phrases
    .map(wordsOf)
    .filter((phrase) => widthOf(phrase, size) <= width)
    // A phrase may be part of a longer one, so the longer ones are searched first.
    .sort((a, b) => b.length - a.length)
  const letters = phrases
    .flat()
    .flatMap(({ text, qualifier }) => [...text].map((letter) => ({ text: letter, qualifier })))
  let at = 0
  return wrap(wordsOf(letters), size, width, whole).map((line) => {
    const { length } = [...line]
    at += length
    return join(letters.slice(at - length, at))
  })
}

/** Merges neighbouring runs of the same kind. */
function join(runs: readonly CardRun[]): CardRun[] {
  const joined: CardRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.qualifier === run.qualifier) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}

const opening = /[“‘《（]/
const closing = /[，。、；：！？”’》）]/

/**
 * How far each character of a line is moved, in em, to remove the blank half of full-width marks at the start and
 * between marks.
 */
function shiftsOf(line: string): number[] {
  const characters = [...line]
  return characters.map((character, index) => {
    const before = characters[index - 1] ?? '“'
    const after = closing.test(before)
    const opens = opening.test(character) && (after || opening.test(before))
    return opens || (closing.test(character) && after) ? -0.5 : 0
  })
}

/** One line of runs on baseline y, with qualifiers in cinnabar. */
export function setLine(
  runs: readonly CardRun[],
  x: number,
  y: number,
  size: number,
  mark: string,
): string {
  const inside = runs.map(({ text, qualifier }) =>
    qualifier ? element('tspan', { class: 'ta' }, escapeText(text)) : escapeText(text),
  )
  const shifts = shiftsOf(wordsOf(runs)).map((shift) => roundLength(shift * size))
  const dx = shifts.some((shift) => shift !== 0) ? shifts.join(' ') : undefined
  return element('text', { class: mark, x, y, dx, 'font-size': size }, ...inside)
}

/** Lines of runs one under the other, the first on baseline y. */
export const setLines = (
  broken: readonly CardRun[][],
  x: number,
  y: number,
  leading: number,
  size: number,
  mark: string,
): string => broken.map((runs, index) => setLine(runs, x, y + index * leading, size, mark)).join('')

/** Plain words broken into lines. */
export const breakWords = (words: string, size: number, width: number): CardRun[][] =>
  wrap(words, size, width).map((text) => [{ text, qualifier: false }])

/** The lines for the largest of some sizes that needs no more than `maxLines` lines, or else for the smallest. */
export function breakToFit(
  sizes: readonly number[],
  maxLines: number,
  broken: (size: number) => CardRun[][],
): { size: number; lines: CardRun[][] } {
  const tried = sizes.map((size) => ({ size, lines: broken(size) }))
  const fits = tried.find(({ lines }) => lines.length <= maxLines) ?? tried.at(-1)
  if (!fits) throw new Error('没有字号可试')
  return fits
}

/** A worded number whose digits are set in one size and the rest in another. */
export interface SetQuantity {
  parts: readonly QuantityPart[]
  size: number
  unitSize: number
}

const isNumber = ({ role }: QuantityPart) => role === 'number'

/** Han numerals are set in the same size as their unit: 六大类, 五个部分. */
const isHan = (parts: readonly QuantityPart[]) =>
  parts.some(isNumber) && !parts.some((part) => isNumber(part) && /[0-9]/.test(part.text))

const sizeOf = ({ parts, size, unitSize }: SetQuantity, part: QuantityPart) =>
  isHan(parts) ? size * 0.72 : isNumber(part) ? size : unitSize

/** Letter spacing between the digits of a number, and space between its parts, in em. */
const [tracking, gap] = [-0.03, 0.04]

/** The space before each part of a number. */
const gapsOf = ({ parts, size }: SetQuantity) =>
  parts.map((part, index) => {
    const before = parts[index - 1]
    return before && !isHan(parts) && isNumber(part) !== isNumber(before) ? gap * size : 0
  })

const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0)

/** The estimated width of a worded number; kerning may make it slightly narrower. */
export const widthOfQuantity = (figure: SetQuantity): number =>
  sum(gapsOf(figure)) +
  sum(
    figure.parts.map((part) => {
      const size = sizeOf(figure, part)
      return widthOf(part.text, size) + (isNumber(part) ? tracking * size * part.text.length : 0)
    }),
  )

/**
 * A worded number on baseline y, with its left or right end at x depending on the anchor, and its qualifier in
 * cinnabar.
 */
export function setQuantity(
  figure: SetQuantity,
  x: number,
  y: number,
  anchor: 'start' | 'end' = 'start',
): string {
  const gaps = gapsOf(figure)
  const runs = figure.parts.map((part, index) => {
    const size = sizeOf(figure, part)
    return element(
      'tspan',
      {
        class: part.role === 'qualifier' ? 'ta' : '',
        dx: gaps[index] || undefined,
        'font-size': size,
        'letter-spacing': isNumber(part) ? tracking * size : 0,
      },
      escapeText(part.text),
    )
  })
  // Resvg applies the anchor before it moves the parts of a line.
  return anchor === 'end'
    ? element('text', { class: 'sf end', x: x - sum(gaps), y }, ...runs)
    : element('text', { class: 'sf', x, y }, ...runs)
}
