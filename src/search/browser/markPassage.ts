import { fold } from '../../reading/fold.ts'
import { unsearchable } from '../unsearchable.ts'
import { occurrences } from './stretch.ts'

const key = 'search-passage'
const afterLoad = 100

/** Leaves word of the passage that a followed link leads to, for the page that it opens. */
export function leavePassage(link: HTMLAnchorElement): void {
  const { passage } = link.dataset
  try {
    if (passage) sessionStorage.setItem(key, JSON.stringify([link.pathname, passage]))
  } catch {
    // Without storage the link still leads to the section.
  }
}

/** The text that can be found at and behind an element, or in the whole page. */
function textNodes(main: Element, start: Element | null): Text[] {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const position = start?.compareDocumentPosition(node) ?? 0
    const isBefore = position & Node.DOCUMENT_POSITION_PRECEDING
    if (!isBefore && !node.parentElement?.closest(unsearchable)) nodes.push(node as Text)
  }
  return nodes
}

/** The text with its white space as one space, and the node and offset of each of its characters. */
function spoken(nodes: readonly Text[]) {
  const places: { node: Text; at: number }[] = []
  let text = ''
  for (const node of nodes) {
    for (let at = 0; at < node.data.length; at++) {
      const isSpace = /\s/.test(node.data[at] as string)
      if (isSpace && text.endsWith(' ')) continue
      text += isSpace ? ' ' : node.data[at]
      places.push({ node, at })
    }
  }
  return { text: fold(text), places }
}

/** Marks and shows the first place, at or behind the section of the address, where the passage stands that a result led to. */
export function markPassage(): void {
  const [path, passage] = JSON.parse(sessionStorage.getItem(key) ?? '[]')
  sessionStorage.removeItem(key)
  const main = document.querySelector('main')
  if (!main || path !== location.pathname) return
  const start = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const { text, places } = spoken(textNodes(main, start))
  const [found] = occurrences(text, fold(passage))
  if (!found) return
  const passed = places.slice(found.start, found.end)
  const marks = [...new Set(passed.map(({ node }) => node))].map((node) => {
    const own = passed.filter((place) => place.node === node).map(({ at }) => at)
    const range = new Range()
    range.setStart(node, Math.min(...own))
    range.setEnd(node, Math.max(...own) + 1)
    const mark = document.createElement('mark')
    mark.className = 'passage'
    range.surroundContents(mark)
    return mark
  })
  const [first] = marks
  for (let at = first?.closest('details'); at; at = at.parentElement?.closest('details'))
    at.open = true
  const show = () => {
    const top = start?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY
    const fits = (marks.at(-1)?.getBoundingClientRect().bottom ?? 0) - top < innerHeight * 0.8
    if (fits) start?.scrollIntoView()
    else first?.scrollIntoView({ block: 'center' })
  }
  show()
  if (document.readyState === 'complete') return
  // Firefox goes to the section of the address once more when all is loaded.
  addEventListener('load', () => setTimeout(show, afterLoad), { once: true })
}
