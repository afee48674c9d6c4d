import { fold } from '../reading/fold.ts'
import type { SearchPage, Section } from './page.ts'

/** The section that an offset of a page's text lies in; the name of a figure stands for the figure's headline. */
export function sectionAt(
  { sections }: Pick<SearchPage, 'sections'>,
  at: number,
): Section | undefined {
  const last = sections.filter((section) => section.at <= at).at(-1)
  return last && (sections.find(({ id }) => id !== '' && id === last.id) ?? last)
}

/** The sections of a page that contain every folded part, in order, each with where the first part is. */
export function sectionsWith(
  page: Pick<SearchPage, 'sections' | 'text'>,
  parts: readonly string[],
): { section: Section; at: number }[] {
  const text = fold(page.text)
  const found = new Map<string, { section: Section; at: number }>()
  page.sections.forEach(({ at }, index) => {
    const part = text.slice(at, page.sections[index + 1]?.at)
    const section = sectionAt(page, at)
    if (!section?.id || found.has(section.id) || !parts.every((one) => part.includes(one))) return
    found.set(section.id, { section, at: at + part.indexOf(parts[0] ?? '') })
  })
  return [...found.values()]
}
