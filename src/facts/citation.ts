import type { Edition } from '../schemas/edition.ts'

/** What a citation names: the work, its part where one is cited, and its address where that is known. */
export interface Cited {
  publisher: Pick<Edition['publisher'], 'organizer' | 'publishedAt'>
  /** Name of the whole work, 履职亮点回眸. */
  work: string
  year: number
  /** Title of the page cited; empty for the whole edition. */
  part: string
  /** Absolute address of the page, undefined while the site's own is not known. */
  address?: string | undefined
}

const noPublisher = '[出版者不详]'
const noDate = '[日期不详]'

/** The day of publication as the publisher states it; the day of a build or of a visit is not one. */
const published = ({ publisher }: Cited) => publisher.publishedAt?.slice(0, 10) ?? noDate

/** The citation by GB/T 7714 for an electronic resource; the day of access is left for whoever cites. */
export function citeStandard(cited: Cited): string {
  const { publisher, work, year, part, address } = cited
  const edition = `${work}：${year}年版`
  const title = part === '' ? `${edition}[EB/OL]` : `${part}[EB/OL]//${edition}`
  const place = `${publisher.organizer ?? noPublisher}, ${published(cited)}`
  return [title, place, address].filter(Boolean).join('. ') + (address ? '' : '.')
}

/** The citation as a sentence. */
export function citePlain(cited: Cited): string {
  const { publisher, work, year, part, address } = cited
  const parts = [
    part === '' ? `《${work}》（${year}年版）` : `${part}，载《${work}》（${year}年版）`,
    publisher.organizer ?? noPublisher,
    published(cited),
  ].join('，')
  return address ? `${parts}，${address}` : `${parts}。`
}
