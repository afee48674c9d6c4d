import type { Edition } from './sets/edition.ts'
import { site } from './site.ts'

/** What tells whose an edition is. */
export interface Marked {
  publisher: Pick<Edition['publisher'], 'body' | 'stamp'>
  /** Whether it is published; taken as published where that is not told. */
  edition?: Edition['edition']
}

/** The body that an edition speaks for, and the stamp of one that is not real or not published. */
export const imprint = ({
  publisher,
  edition,
}: Marked): { body: string; stamp: string | null } => ({
  body: publisher.body ?? site.body,
  stamp: publisher.stamp ?? (edition?.status === 'draft' ? '草稿，未发布' : null),
})

/** A title, with the stamp of an edition that has one behind it. */
export function stampTitle(edition: Marked, title: string): string {
  const { stamp } = imprint(edition)
  return stamp ? `${title}（${stamp}）` : title
}

/** A description; that of an edition that is not real, or not published, begins by saying so. */
export function stampText(edition: Marked, text: string): string {
  const { stamp } = imprint(edition)
  if (!stamp) return text
  return edition.publisher.stamp ? `${stamp}，纯属虚构。${text}` : `${stamp}。${text}`
}
