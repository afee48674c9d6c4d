/** Text whose line begins with a mark that Chinese never begins a line with; runs in a page. */
export function lineBeginnings(): string[] {
  const marks = /[、。，；：！？”’）》」』…]/
  const range = document.createRange()
  const blockOf = (element: Element): Element =>
    /^inline/.test(getComputedStyle(element).display) && element.parentElement
      ? blockOf(element.parentElement)
      : element
  const wrong: string[] = []
  const last = new Map<Element, DOMRect>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, nodeValue: text } = node
    if (!parent?.checkVisibility() || !text) continue
    if (parent.closest('svg, script, style, select, .vh, [data-map-live]')) continue
    const block = blockOf(parent)
    for (let at = 0; at < text.length; at++) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const box = [...range.getClientRects()].at(-1)
      if (!text[at]?.trim() || !box?.width) continue
      const before = last.get(block)
      const isLower = before && box.top > before.bottom - box.height / 2 && box.left < before.left
      if (isLower && marks.test(text[at] as string))
        wrong.push(`“${block.textContent?.trim().slice(0, 20)}”有一行以${text[at]}开头`)
      last.set(block, box)
    }
  }
  return wrong
}

/** How far the page scrolls sideways, and what reaches there; runs in a page. */
export function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const beyond = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  )
  const names = beyond.map((element) => `${element.localName}.${element.getAttribute('class')}`)
  return [`宽出 ${scrollWidth - clientWidth} 像素：${names.slice(0, 5).join(' ')}`]
}

/** What a reader who selects each of these elements copies, beside its text; runs in a page. */
export const copies = (selector: string): { copied: string; text: string }[] =>
  [...document.querySelectorAll(selector)].map((element) => {
    const selection = getSelection()
    selection?.selectAllChildren(element)
    const copied = selection?.toString() ?? ''
    selection?.removeAllRanges()
    return { copied, text: element.textContent ?? '' }
  })
