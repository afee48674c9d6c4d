import type { Section } from './page.ts'
import { unsearchable } from './unsearchable.ts'

/** The text of an element, runs of white space as one space. */
export const textOf = (element: Element): string =>
  (element.textContent ?? '').replace(/\s+/g, ' ').trim()

/** A copy of a page's <main> without what is not read as content: definitions, drawings, navigation. */
export function searchableContent(main: Element): Element {
  const copy = main.cloneNode(true) as Element
  for (const element of copy.querySelectorAll(unsearchable)) element.remove()
  return copy
}

/** The searchable text of a page: all text of its <main>, closed <details> included, runs of white space as one space. */
export function searchableText(main: Element): string {
  return textOf(searchableContent(main))
}

// No page prints this character of the private use area.
const mark = '\uE000'

/** Where in a text with marks each mark stands once the marks are gone and the white space is collapsed. */
function markOffsets(marked: string): number[] {
  const offsets: number[] = []
  let length = 0
  let pendingSpace = false
  for (const character of marked) {
    if (character === mark) offsets.push(length + (pendingSpace && length > 0 ? 1 : 0))
    else if (/\s/.test(character)) pendingSpace = true
    else {
      if (pendingSpace && length > 0) length++
      pendingSpace = false
      length += character.length
    }
  }
  return offsets
}

const roles: [string, Section['role']][] = [
  ['figure .no', 'figure'],
  ['h2, h3', 'heading'],
  ['[data-name]', 'place'],
]
const anywhere = roles.map(([selector]) => selector).join(', ')

/**
 * The headings, figures and named places of a page's searchable content, with the address each can be reached at and
 * where it begins. It leaves marks in the content, which is of no use afterwards.
 */
export function takeSections(content: Element): Section[] {
  const found = [...content.querySelectorAll(anywhere)]
  const sections = found.map((element) => {
    const addressed = element.closest('[id]')
    return {
      id: addressed && addressed !== content ? addressed.id : '',
      title: textOf(element),
      role: roles.find(([selector]) => element.matches(selector))?.[1] ?? 'heading',
    }
  })
  for (const element of found) element.prepend(mark)
  const offsets = markOffsets(content.textContent ?? '')
  return sections.map((section, index) => ({ ...section, at: offsets[index] ?? 0 }))
}
