import { fold } from '../../reading/fold.ts'
import { occurrences } from '../../search/stretch.ts'
import { unsearchable } from '../../search/unsearchable.ts'

/** Marks and shows the first place below a section (or in the page) where a passage stands: what `:~:text=` does elsewhere. */
export function markPassage(passage: string): void {
  const main = document.querySelector('main')
  if (!main) return
  const start = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isBefore = start && !start.contains(node) && follows(node, start)
    if (!isBefore && !node.parentElement?.closest(unsearchable)) nodes.push(node as Text)
  }
  const [found] = occurrences(fold(nodes.map((node) => node.data).join('')), fold(passage))
  if (!found) return
  let at = 0
  let first: HTMLElement | undefined
  for (const node of nodes) {
    const from = Math.max(found.start - at, 0)
    const to = Math.min(found.end - at, node.data.length)
    at += node.data.length
    if (from >= to) continue
    const range = new Range()
    range.setStart(node, from)
    range.setEnd(node, to)
    const mark = document.createElement('mark')
    mark.className = 'passage'
    range.surroundContents(mark)
    first ??= mark
  }
  for (let at = first?.closest('details'); at; at = at.parentElement?.closest('details')) {
    at.open = true
  }
  first?.scrollIntoView({ block: 'center' })
}

const follows = (earlier: Node, later: Node) =>
  Boolean(earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING)
