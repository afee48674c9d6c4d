import { fold } from '../../reading/fold.ts'

/** What is asked: a page answers if it contains every part of the first alternative that any page answers. */
export interface Query {
  alternatives: string[][]
  /** In “ ”: nothing but these very characters will do. */
  isQuoted: boolean
}

/** A query as an input method would have written it: Kangxi radicals and compatibility forms as characters, nothing unseen. */
const retyped = (query: string) =>
  query
    .replace(/[\u2F00-\u2FD5\uF900-\uFAFF]/g, (form) => form.normalize('NFKC'))
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')

const quoted = /^(?:“(.+)”|"(.+)")$/s

/** The parts of a query, folded, none twice; `simplify` gives the form of a character that the site uses. */
export function parseQuery(query: string, simplify: (text: string) => string): Query {
  const asked = fold(retyped(query)).trim()
  const inner = quoted.exec(asked)?.slice(1).find(Boolean)?.trim()
  if (inner) {
    // First as written, quotation marks included: the site's own texts are full of them.
    const exact = [asked, inner].map((text) => [text.replace(/\s+/g, ' ')])
    return { alternatives: exact, isQuoted: true }
  }
  const parts = [...new Set(simplify(asked).split(/\s+/).filter(Boolean))]
  return { alternatives: parts.length > 0 ? [parts] : [], isQuoted: false }
}
