import type { Edition } from './schemas/edition.ts'
import { site } from './site.ts'

/** What tells whose an edition is. */
export interface Marked {
  publisher: Pick<Edition['publisher'], 'body' | 'stamp'>
}

/** The body that an edition speaks for, and the stamp of one that is not real. */
export const imprint = ({ publisher }: Marked): { body: string; stamp: string | null } => ({
  body: publisher.body ?? site.body,
  stamp: publisher.stamp ?? null,
})

/** A title, with the stamp of an edition that is not real behind it. */
export function stampTitle(edition: Marked, title: string): string {
  const { stamp } = imprint(edition)
  return stamp ? `${title}（${stamp}）` : title
}

/** A description; that of an edition that is not real begins by saying so. */
export function stampText(edition: Marked, text: string): string {
  const { stamp } = imprint(edition)
  return stamp ? `${stamp}，纯属虚构。${text}` : text
}
