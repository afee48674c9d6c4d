import { blockAround } from '../../search/excerpt.ts'
import type { Stretch } from '../../search/stretch.ts'

/** Whether the browser scrolls to `:~:text=` itself. */
const hasDirective = 'fragmentDirective' in document

/** A stretch widened to the words it lies in: the browser finds whole words only. */
function toWords(text: string, stretch: Stretch): Stretch {
  if (!('Segmenter' in Intl)) return stretch
  const block = blockAround(text, stretch)
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(
    text.slice(block.start, block.end),
  )
  const edge = (at: number) => words.containing(at - block.start)
  const first = edge(stretch.start)
  const last = edge(stretch.end - 1)
  return {
    start: first ? block.start + first.index : stretch.start,
    end: last ? block.start + last.index + last.segment.length : stretch.end,
  }
}

const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D')

/** The address of a section of a page, with the passage to mark there in the way that the browser understands. */
export function deepLink(
  url: string,
  section: string,
  marked?: { text: string; stretch: Stretch },
): string {
  const fragment = section === '' ? '' : encodeURIComponent(section)
  const plain = fragment === '' ? url : `${url}#${fragment}`
  if (!marked) return plain
  const { text, stretch } = marked
  if (hasDirective) {
    const { start, end } = toWords(text, stretch)
    return `${url}#${fragment}:~:text=${encode(text.slice(start, end))}`
  }
  const passage = new URLSearchParams({ mark: text.slice(stretch.start, stretch.end) })
  return `${url}?${passage}${fragment === '' ? '' : `#${fragment}`}`
}
