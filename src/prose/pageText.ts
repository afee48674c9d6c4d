const bound = 'data, time, [data-generated]'
const unread = new Set(['script', 'style', 'template', 'svg'])
/** Inline elements; any other element begins a new line of text. */
const inline = new Set(
  'a abbr b bdi button cite code del dfn em i ins kbd label mark q ruby s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
)

/** The character that represents bound or drawn content in a page's text. */
const wall = '\uFFFC'

function collect(node: Node, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      lines[lines.length - 1] += child.textContent ?? ''
      continue
    }
    if (child.nodeType !== 1) continue
    const element = child as Element
    const name = element.localName
    if (unread.has(name) || element.matches(bound)) {
      lines[lines.length - 1] += wall
      continue
    }
    if (!inline.has(name)) lines.push('')
    collect(element, lines)
    if (!inline.has(name)) lines.push('')
  }
}

/**
 * The lines of text in a page's `<main>` that are not bound to records, including closed details and popovers;
 * `<data>`, `<time>`, `[data-generated]` and pictures are object characters. Undefined if there is no `<main>`.
 */
export function unboundText(document: Document): string[] | undefined {
  const main = document.querySelector('main')
  if (!main) return undefined
  const lines = ['']
  collect(main, lines)
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
}
