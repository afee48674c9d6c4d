import type { Publisher } from '../schemas/shared.ts'

/** What a citation names: the work, its part where one is cited, and its address where that is known. */
export interface Cited {
  publisher: Pick<Publisher, 'organizer' | 'publishedAt'>
  /** Name of the whole work, 履职亮点回眸. */
  work: string
  year: number
  /** Title of the page cited; empty for the whole edition. */
  part: string
  /** Absolute address of the page, undefined while the site's own is not known. */
  address?: string | undefined
}

/** The day of publication as the publisher states it; the day of a build or of a visit is not one. */
const published = ({ publisher }: Cited) => publisher.publishedAt?.slice(0, 10)

/** Whether publisher and day are known, without which a reference by GB/T 7714 is not complete. */
export const isCitable = ({ organizer, publishedAt }: Cited['publisher']): boolean =>
  organizer !== null && publishedAt !== null

/** The citation by GB/T 7714 for an electronic resource, without what is not known; the day of access is left for whoever cites. */
export function citeStandard(cited: Cited): string {
  const { publisher, work, year, part, address } = cited
  const edition = `${work}：${year}年版`
  const title = part === '' ? `${edition}[EB/OL]` : `${part}[EB/OL]//${edition}`
  const place = [publisher.organizer, published(cited)].filter(Boolean).join(', ')
  return [title, place, address].filter(Boolean).join('. ') + (address ? '' : '.')
}

/** The citation as a sentence: title, edition, and what is known of publisher, day and address. */
export function citePlain(cited: Cited): string {
  const { publisher, work, year, part, address } = cited
  const parts = [
    part === '' ? `《${work}》（${year}年版）` : `${part}，载《${work}》（${year}年版）`,
    publisher.organizer,
    published(cited),
  ]
    .filter(Boolean)
    .join('，')
  return address ? `${parts}，${address}` : `${parts}。`
}
