import type { QuantityPart } from '../facts/wording.ts'
import { widthOf, wrap } from '../svg/lettering.ts'
import { element, escapeText, tidy } from '../svg/markup.ts'
import type { CardRun } from './shareCard.ts'

const wordsOf = (runs: readonly CardRun[]) => runs.map(({ text }) => text).join('')

/** The estimated width of runs set in one line. */
export const widthOfRuns = (runs: readonly CardRun[], size: number): number =>
  widthOf(wordsOf(runs), size)

/** Phrases set in few even lines no wider than `width`, broken only between phrases; inside one only where it is longer than a line, and no closing mark begins a line. */
export function breakPhrases(
  phrases: readonly CardRun[][],
  size: number,
  width: number,
): CardRun[][] {
  const whole = phrases
    .map(wordsOf)
    .filter((phrase) => widthOf(phrase, size) <= width)
    // A phrase may be part of another one, which must be found first.
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

/** Neighbouring runs of one kind made one. */
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

/** How far each character of a line is moved, in em, so that marks keep no blank half at its start and between them. */
function shiftsOf(line: string): number[] {
  const characters = [...line]
  return characters.map((character, index) => {
    const before = characters[index - 1] ?? '“'
    const after = closing.test(before)
    const opens = opening.test(character) && (after || opening.test(before))
    return opens || (closing.test(character) && after) ? -0.5 : 0
  })
}

/** One line of runs on baseline y, qualifiers in cinnabar. */
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
  const shifts = shiftsOf(wordsOf(runs)).map((shift) => tidy(shift * size))
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

/** Plain words broken into lines to be set. */
export const breakWords = (words: string, size: number, width: number): CardRun[][] =>
  wrap(words, size, width).map((text) => [{ text, qualifier: false }])

/** Lines in the first of some sizes in which they are no more than `maxLines`, or else in the last. */
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

/** A worded figure whose number is set in a size and the rest in another. */
export interface SetQuantity {
  parts: readonly QuantityPart[]
  size: number
  unitSize: number
}

const isNumber = ({ role }: QuantityPart) => role === 'number'

/** Han numerals are set at one size with their unit: 六大类, 五个部分. */
const isHan = (parts: readonly QuantityPart[]) =>
  parts.some(isNumber) && !parts.some((part) => isNumber(part) && /[0-9]/.test(part.text))

const sizeOf = ({ parts, size, unitSize }: SetQuantity, part: QuantityPart) =>
  isHan(parts) ? size * 0.72 : isNumber(part) ? size : unitSize

/** How close the digits of a figure are, and how far from what stands beside them, in em. */
const [tracking, gap] = [-0.03, 0.04]

/** How far each part of a figure is moved from the one before. */
const gapsOf = ({ parts, size }: SetQuantity) =>
  parts.map((part, index) => {
    const before = parts[index - 1]
    return before && !isHan(parts) && isNumber(part) !== isNumber(before) ? gap * size : 0
  })

const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0)

/** The estimated width of a worded figure; a pair of digits may be kerned closer. */
export const widthOfQuantity = (figure: SetQuantity): number =>
  sum(gapsOf(figure)) +
  sum(
    figure.parts.map((part) => {
      const size = sizeOf(figure, part)
      return widthOf(part.text, size) + (isNumber(part) ? tracking * size * part.text.length : 0)
    }),
  )

/** A worded figure on baseline y, its left end at x, or its right end where it is anchored there; its qualifier in cinnabar. */
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
  // Resvg anchors a line before it moves its parts.
  return anchor === 'end'
    ? element('text', { class: 'sf end', x: x - sum(gaps), y }, ...runs)
    : element('text', { class: 'sf', x, y }, ...runs)
}
