import type { Publisher } from '../schemas/publisher.ts'

/** The parts of a citation: the work, the part of it if one is cited, and the address if it is known. */
export interface Cited {
  publisher: Pick<Publisher, 'organizer' | 'publishedAt'>
  /** Name of the whole work, 履职亮点回眸. */
  work: string
  year: number
  /** Title of the page cited; empty for the whole edition. */
  part: string
  /** Absolute address of the page; undefined if the site's address is unknown. */
  address?: string | undefined
}

/** The day of publication as stated by the publisher; the day of a build or of a visit does not count. */
const published = ({ publisher }: Cited) => publisher.publishedAt?.slice(0, 10)

/** Whether publisher and day are known; a GB/T 7714 reference is incomplete without them. */
export const isCitable = ({ organizer, publishedAt }: Cited['publisher']): boolean =>
  organizer !== null && publishedAt !== null

/**
 * The GB/T 7714 citation of an electronic resource, without the parts that are unknown; the day of access is left for
 * the person citing.
 */
export function citeStandard(cited: Cited): string {
  const { publisher, work, year, part, address } = cited
  const edition = `${work}：${year}年版`
  const title = part === '' ? `${edition}[EB/OL]` : `${part}[EB/OL]//${edition}`
  const place = [publisher.organizer, published(cited)].filter(Boolean).join(', ')
  return [title, place, address].filter(Boolean).join('. ') + (address ? '' : '.')
}

/** The citation as a sentence: title, edition, and publisher, day and address if known. */
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
