import type { Section } from '../page.ts'
import { unsearchable } from '../unsearchable.ts'

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

// No page prints these characters of the private use area.
const begins = '\uE000'
const ends = '\uE001'

/** Which marks a text has, and where each stands once the marks are gone and the white space is collapsed. */
function findMarks(marked: string): { mark: string; at: number }[] {
  const found: { mark: string; at: number }[] = []
  let length = 0
  let pendingSpace = false
  for (const character of marked) {
    const space = pendingSpace && length > 0 ? 1 : 0
    if (character === begins || character === ends)
      found.push({ mark: character, at: length + space })
    else if (/\s/.test(character)) pendingSpace = true
    else {
      pendingSpace = false
      length += space + character.length
    }
  }
  return found
}

const roles: [string, Section['role']][] = [
  ['figure .no', 'figure'],
  ['h2, h3', 'heading'],
  ['[data-name]', 'place'],
]

/**
 * The headings, figures and named places of a page's searchable content, with the address each can be reached at and
 * where it begins; behind a figure or a place the section around it begins once more. It leaves marks in the content, which is of
 * no use afterwards.
 */
export function takeSections(content: Element): Section[] {
  const found = [...content.querySelectorAll(roles.map(([selector]) => selector).join(', '))]
  const named = found.map((element) => {
    const addressed = element.closest('[id]')
    return {
      id: addressed && addressed !== content ? addressed.id : '',
      title: textOf(element),
      role: roles.find(([selector]) => element.matches(selector))?.[1] ?? 'heading',
      surrounds: element.matches('h2, h3') && !element.closest('figure'),
    }
  })
  for (const element of found) element.prepend(begins)
  const places = found.flatMap((element) => {
    const own = element.matches('[data-name]') ? element.closest('[id]') : null
    return own && own !== content && own.querySelectorAll('[data-name]').length === 1 ? [own] : []
  })
  for (const whole of [...content.querySelectorAll('figure'), ...places]) whole.append(ends)
  const sections: Section[] = []
  let around: Omit<Section, 'at'> | undefined
  for (const { mark, at } of findMarks(content.textContent ?? '')) {
    if (mark === begins) {
      const { surrounds, ...section } = named.shift() as (typeof named)[number]
      if (surrounds) around = section
      sections.push({ ...section, at })
    } else if (around) sections.push({ ...around, at })
  }
  return sections
}
