const unread = 'script, style, template, noscript, [popover], [hidden], .vh'
/** Inline elements; any other element begins a new line of text. */
const inline = new Set(
  'a abbr b bdi button cite code data del dfn em i ins kbd label mark q ruby s samp small span strong sub sup time tspan u var wbr'.split(
    ' ',
  ),
)

function collect(node: Node, cut: string, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) lines[lines.length - 1] += child.textContent ?? ''
    if (child.nodeType !== 1) continue
    const element = child as Element
    const name = element.localName
    if (element.matches(unread)) continue
    if (cut && element.matches('svg.chart') && !element.classList.contains(cut)) continue
    if (element.matches('details:not([open]) > :not(summary)')) continue
    if (!inline.has(name)) lines.push('')
    collect(element, cut, lines)
    if (!inline.has(name)) lines.push('')
  }
}

/**
 * The lines of text that an element shows before anything in it is opened; of every figure only the cut with the given
 * class, or all.
 */
export function visibleText(element: Element, cut: string): string[] {
  const lines = ['']
  collect(element, cut, lines)
  return lines.map((line) => line.replace(/\s+/g, '')).filter(Boolean)
}
