/** Lines that begin with a mark which may not begin a line in Chinese; runs in a page. */
export function lineBeginnings(): string[] {
  const marks = /[、。，；：！？”’）》」』…]/
  const range = document.createRange()
  const boxOf = (node: Node, at: number) => {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return [...range.getClientRects()].at(-1)
  }
  const blockOf = (element: Element): Element =>
    /^inline/.test(getComputedStyle(element).display) && element.parentElement
      ? blockOf(element.parentElement)
      : element
  const wrong: string[] = []
  const last = new Map<Element, [node: Node, at: number]>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, nodeValue: text } = node
    if (!text?.trim() || !parent?.checkVisibility()) continue
    if (parent.closest('svg, script, style, select, .vh, [data-map-live]')) continue
    const block = blockOf(parent)
    for (let at = 0; at < text.length; at++) {
      if (!text[at]?.trim()) continue
      const before = last.get(block)
      last.set(block, [node, at])
      if (!before || !marks.test(text[at] as string)) continue
      const [left, box] = [boxOf(...before), boxOf(node, at)]
      if (left && box?.width && box.top > left.bottom - box.height / 2 && box.left < left.left)
        wrong.push(`“${block.textContent?.trim().slice(0, 20)}”有一行以${text[at]}开头`)
    }
  }
  return wrong
}

/** How far the page scrolls sideways, and what extends there; runs in a page. */
export function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const beyond = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  )
  const names = beyond.map((element) => `${element.localName}.${element.getAttribute('class')}`)
  return [`宽出 ${scrollWidth - clientWidth} 像素：${names.slice(0, 5).join(' ')}`]
}

/** The text copied when a reader selects each of these elements, with the element's own text; runs in a page. */
export const copies = (selector: string): { copied: string; text: string }[] =>
  [...document.querySelectorAll(selector)].map((element) => {
    const selection = getSelection()
    selection?.selectAllChildren(element)
    const copied = selection?.toString() ?? ''
    selection?.removeAllRanges()
    return { copied, text: element.textContent ?? '' }
  })
