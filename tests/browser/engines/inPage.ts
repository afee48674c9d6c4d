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

/** The addresses of sections that queries lead to, each with its query. */
export async function followable(queries: string[]): Promise<{ query: string; href: string }[]> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]')
  const results = document.querySelector<HTMLElement>('[data-search-results]')
  const found: { query: string; href: string }[] = []
  for (const query of queries) {
    if (!input || !results) continue
    input.focus()
    input.value = query
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    while (results.dataset.state !== 'done') await new Promise((done) => setTimeout(done, 20))
    for (const link of results.querySelectorAll('a[role=option]')) {
      const href = link.getAttribute('href') ?? ''
      if (/#[^:]/.test(href)) found.push({ query, href })
    }
  }
  // Firefox gives up a navigation that is ordered just before the page writes its own address.
  const settled = () => new URLSearchParams(location.search).get('q') === queries.at(-1)
  while (!settled()) await new Promise((done) => setTimeout(done, 20))
  return found
}

/** Presses the result with an address and goes no further: the driver opens it, and knows when it is there. */
export async function pressResult(href: string): Promise<void> {
  const results = document.querySelector<HTMLElement>('[data-search-results]')
  while (results?.dataset.state !== 'done') await new Promise((done) => setTimeout(done, 20))
  document.addEventListener('click', (event) => event.preventDefault(), { once: true })
  const links = [...results.querySelectorAll<HTMLAnchorElement>('a[role=option]')]
  const link = links.find((one) => one.getAttribute('href') === href)
  if (!link) throw new Error(`${location.search} 的结果里没有 ${href}`)
  link.click()
}

/** What is marked in the page that a result led to, and whether it and the section of the address are to be seen. */
export async function whereItLed(): Promise<{
  marked: string
  inSection: boolean
  inWindow: boolean
}> {
  const until = Date.now() + 5000
  const marks = () => [...document.querySelectorAll('mark.passage')]
  while (Date.now() < until && (document.readyState !== 'complete' || marks().length === 0))
    await new Promise((done) => setTimeout(done, 30))
  await document.fonts.ready
  await new Promise((done) => setTimeout(done, 200))
  const [first] = marks()
  const section = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const sees = (element: Element | null | undefined) => {
    const { top, bottom } = element?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
    return bottom > 0 && top < innerHeight
  }
  const position = first ? (section?.compareDocumentPosition(first) ?? 0) : 0
  return {
    marked: marks()
      .map((mark) => mark.textContent)
      .join(''),
    inSection: (position & Node.DOCUMENT_POSITION_PRECEDING) === 0 && section !== null,
    inWindow: sees(first),
  }
}
