/** A sentence to be read, and where it is on the page. */
export interface Sentence {
  text: string
  /** The paragraph, heading or drawing that contains it. */
  block: Element
  /** First and last text node with the offsets in them; none for a drawing, whose description is read. */
  from?: [Text, number] | undefined
  to?: [Text, number] | undefined
}

const blocks = 'h1,h2,h3,h4,p,li,dt,dd,.told b'

/** Elements that are not prose or only give sources and methods: notes, sources, details, tables, navigation. */
const skipped =
  '[aria-hidden=true],[popover],.share,.doors,.gaps,.chapter-no,.note-text,[role=status],details:not([open]),summary,table,nav,button,.margin-notes,.measure,.src'

const sentence = /\S[^。！？；]*[。！？；]*[”’」』）》]*/g

/** Whether an element is shown; without layout, as in tests, everything is. */
const isShown = (element: Element) => element.getClientRects?.().length !== 0

/** The text node and offset at a position in the joined texts; an end position belongs to the text it closes. */
function locate(texts: Text[], at: number, isEnd: boolean): [Text, number] | undefined {
  let rest = at
  for (const text of texts) {
    if (rest < text.length || (isEnd && rest === text.length)) return [text, rest]
    rest -= text.length
  }
  return undefined
}

/** The sentences to be read of an element, in order; for a drawing its description is read. */
export function sentencesOf(root: Element): Sentence[] {
  const found: Sentence[] = []
  let texts: Text[] = []

  const endBlock = (block: Element | undefined) => {
    const words = texts.map(({ data }) => data).join('')
    for (const match of block ? words.matchAll(sentence) : []) {
      const text = match[0].trimEnd()
      if (/[\p{L}\p{N}]/u.test(text))
        found.push({
          text: text.replace(/\s+/g, ' '),
          block: block as Element,
          from: locate(texts, match.index, false),
          to: locate(texts, match.index + text.length, true),
        })
    }
    texts = []
  }

  const walk = (parent: Element, block?: Element) => {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) texts.push(child as Text)
      if (child.nodeType !== 1) continue
      const element = child as Element
      if (element.matches(skipped)) continue
      const isBlock = element.matches(blocks)
      const description = element.localName === 'svg' && element.getAttribute('aria-label')
      if ((isBlock || description) && !isShown(element)) continue
      if (description) found.push({ text: description, block: element })
      else if (!isBlock) walk(element, block)
      else {
        endBlock(block)
        walk(element, element)
        endBlock(element)
      }
    }
  }
  walk(root)
  return found
}
