const unsearchable = '[popover], svg, [data-search-ignore], script, style, template, noscript'

const collapse = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()

/** A copy of a page's <main> without what is not read as content: definitions, drawings, navigation. */
export function searchableContent(main: Element): Element {
  const copy = main.cloneNode(true) as Element
  for (const element of copy.querySelectorAll(unsearchable)) element.remove()
  return copy
}

/** The searchable text of a page: all text of its <main>, closed <details> included, runs of white space as one space. */
export function searchableText(main: Element): string {
  return collapse(searchableContent(main).textContent)
}

/** The texts of the searchable elements of a page that match a selector. */
export function searchableTexts(main: Element, selector: string): string[] {
  return [...searchableContent(main).querySelectorAll(selector)].map((element) =>
    collapse(element.textContent),
  )
}
