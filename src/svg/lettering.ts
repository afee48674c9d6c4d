import { undisclosed } from '../facts/wording.ts'

function emOf(character: string): number {
  if (/[0-9]/.test(character)) return 0.56
  if (/[.,:;'|]/.test(character)) return 0.3
  if (character === '%') return 0.9
  return character.charCodeAt(0) < 0x250 ? 0.6 : 1
}

/** The estimated width of a text at a size, in user units, including the gaps between Chinese characters and digits. */
export function widthOf(content: string, size: number): number {
  const joints = content.match(/\p{Script=Han}[0-9]|[0-9%]\p{Script=Han}/gu)?.length ?? 0
  return size * ([...content].reduce((sum, character) => sum + emOf(character), 0) + joints / 8)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const opening = /^[“‘《（]$/
const closing = /^[，。；：、！？）》”’%]$/

/** The parts of a text between which a line may break: words, with punctuation and the given phrases kept whole. */
function piecesOf(content: string, whole: readonly string[]): string[] {
  const phrase = whole.find((candidate) => candidate && content.includes(candidate))
  if (phrase) {
    const at = content.indexOf(phrase)
    const before = piecesOf(content.slice(0, at), whole)
    return glue([...before, phrase, ...piecesOf(content.slice(at + phrase.length), whole)])
  }
  return glue([...segmenter.segment(content)].map(({ segment }) => segment))
}

function glue(pieces: readonly string[]): string[] {
  const glued: string[] = []
  for (const piece of pieces) {
    const last = glued.at(-1)
    const joins =
      last !== undefined && (closing.test(piece[0] ?? '') || opening.test(last.at(-1) ?? ''))
    const unit = last !== undefined && /[0-9.]$/.test(last) && /^[0-9.年月日%]/.test(piece)
    if (joins || unit) glued[glued.length - 1] += piece
    else glued.push(piece)
  }
  return glued
}

/** How far a text is moved to the left, so that an opening quote or bracket does not indent it. */
export function overhang(content: string, size: number): number {
  return /^[“‘《（]/.test(content) ? size / 2 : 0
}

function cost(line: string, size: number, width: number, last: boolean): number {
  const slack = 1 - widthOf(line, size) / width
  const cut = last || /[，。；：、！？）》”]$/.test(line) ? 0 : 0.3
  return 1 + slack ** 2 + cut
}

/**
 * Text broken into lines no wider than `width`: few, of even length, preferably after punctuation, never inside `whole`
 * or 未公布.
 */
export function wrap(
  content: string,
  size: number,
  width: number,
  whole: readonly string[] = [],
): string[] {
  const pieces = piecesOf(content, [...whole, undisclosed]).flatMap((piece) =>
    widthOf(piece, size) > width ? glue([...piece]) : piece,
  )
  const best: { cost: number; lines: string[] }[] = [{ cost: 0, lines: [] }]
  for (let end = 1; end <= pieces.length; end++) {
    for (let start = end - 1; start >= 0; start--) {
      const line = pieces.slice(start, end).join('')
      if (start < end - 1 && widthOf(line, size) > width) break
      const before = best[start] as { cost: number; lines: string[] }
      const total = before.cost + cost(line, size, width, end === pieces.length)
      const known = best[end]
      if (!known || total < known.cost) best[end] = { cost: total, lines: [...before.lines, line] }
    }
  }
  return best[pieces.length]?.lines ?? []
}
