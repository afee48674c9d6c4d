import type { Edition } from './sets/edition.ts'
import { site } from './site.ts'

/** The records that say whose edition it is. */
export interface Marked {
  publisher: Pick<Edition['publisher'], 'body' | 'stamp'>
  /** Whether it is published; without it the edition counts as published. */
  edition?: Edition['edition']
}

/** Whether this process builds a preview, a site for those who look through it before its release. */
export const isPreview = (): boolean => Boolean(process.env.PREVIEW)

/** The body that an edition speaks for, and the stamp that a fictional or unpublished edition carries, or any in a preview. */
export const imprint = ({
  publisher,
  edition,
}: Marked): { body: string; stamp: string | null } => ({
  body: publisher.body ?? site.body,
  stamp:
    publisher.stamp ??
    (edition?.status === 'draft' ? '草稿，未发布' : isPreview() ? '送审稿' : null),
})

/** A title, followed by the stamp of the edition if it has one. */
export function stampTitle(edition: Marked, title: string): string {
  const { stamp } = imprint(edition)
  return stamp ? `${title}（${stamp}）` : title
}

/** A description; that of a fictional or unpublished edition begins by saying so. */
export function stampText(edition: Marked, text: string): string {
  const { stamp } = imprint(edition)
  if (!stamp) return text
  return edition.publisher.stamp ? `${stamp}，纯属虚构。${text}` : `${stamp}。${text}`
}
