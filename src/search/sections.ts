import { fold } from '../reading/fold.ts'
import type { SearchPage, Section } from './page.ts'

type Sectioned = Pick<SearchPage, 'sections' | 'text'>

/** A run of a page's text that one address leads to: empty `id` and `title` for what stands before any. */
export interface TextSection {
  id: string
  title: string
  start: number
  end: number
}

/** The section that an offset of a page's text lies in; the name of a figure stands for the figure's headline. */
export function sectionAt({ sections }: Pick<Sectioned, 'sections'>, at: number) {
  const last = sections.filter((section) => section.at <= at).at(-1)
  const named = (section: Section) => section.id !== '' && section.id === last?.id
  return sections.find((one) => named(one) && one.role !== 'figure') ?? last
}

/** The whole of a page's text in order, cut where the address changes. */
export function passagesOf({ sections, text }: Sectioned): TextSection[] {
  const passages: TextSection[] = [{ id: '', title: '', start: 0, end: text.length }]
  for (const { id, at } of sections) {
    const last = passages.at(-1) as TextSection
    if (id === '' || id === last.id) continue
    last.end = at
    passages.push({
      id,
      title: sectionAt({ sections }, at)?.title ?? '',
      start: at,
      end: text.length,
    })
  }
  return passages.filter(({ start, end }) => end > start)
}

/** The sections of a page that contain every folded part, in order, each with where the first part is. */
export function sectionsWith(
  page: Sectioned,
  parts: readonly string[],
): (TextSection & { at: number })[] {
  const text = fold(page.text)
  const found = new Map<string, TextSection & { at: number }>()
  for (const passage of passagesOf(page)) {
    const part = text.slice(passage.start, passage.end)
    if (!passage.id || found.has(passage.id) || !parts.every((one) => part.includes(one))) continue
    found.set(passage.id, { ...passage, at: passage.start + part.indexOf(parts[0] ?? '') })
  }
  return [...found.values()]
}
