import { occurrences, type Stretch } from './stretch.ts'

/** So many characters before and behind a passage tell it from others like it. */
const context = 8
const leastContext = 3

const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D')

/** The text directive for a stretch of a page's text, from word to word as browsers look for it; empty where none leads there alone. */
function directive(text: string, { start, end }: Stretch): string {
  if (!('fragmentDirective' in document && 'Segmenter' in Intl)) return ''
  const from = text.lastIndexOf(' ', start - 1) + 1
  const to = text.indexOf(' ', end) === -1 ? text.length : text.indexOf(' ', end)
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text.slice(from, to))
  const toWord = (at: number) => from + (words.containing(Math.max(at - from, 0))?.index ?? 0)
  const first = toWord(start)
  const last =
    end < to && toWord(end) < end
      ? toWord(end) + (words.containing(end - from)?.segment.length ?? 0)
      : end
  const before = text.slice(first - context < from ? from : toWord(first - context), first)
  const after = text.slice(last, last + context < to ? toWord(last + context) : to)
  // The bar and the foot of a page name its parts too, and a browser takes the first it finds.
  const isAlone =
    occurrences(text, text.slice(first - before.length, last + after.length)).length === 1
  if (before.length + after.length < leastContext || !isAlone) return ''
  const passage = encode(text.slice(first, last))
  return `:~:text=${before && `${encode(before)}-,`}${passage}${after && `,-${encode(after)}`}`
}

/** The address of a section of a page, with a directive to the passage there if one tells it apart. */
export function deepLink(url: string, section: string, text = '', passage?: Stretch): string {
  const directed = passage ? directive(text, passage) : ''
  return section || directed ? `${url}#${encodeURIComponent(section)}${directed}` : url
}
