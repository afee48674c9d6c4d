import { plainCopy } from '../../facts/copy.ts'
import { formatSourcePlace } from '../../facts/source.ts'
import { formatPeriod, formatQuantity } from '../../facts/wording.ts'
import { type Marked, stampText } from '../../imprint.ts'
import { pinyinTable } from '../../reading/pinyinTable.ts'
import { traditionalTable } from '../../reading/traditionalTable.ts'
import { statusLabel } from '../../schemas/undisclosed.ts'
import type { Edition } from '../../sets/edition.ts'
import { type AnswerFigure, type AnswerTerm, type EditionText, hanOf } from '../editionText.ts'
import type { SearchPage } from '../page.ts'
import { sectionAt } from '../sections.ts'
import type { ReadPage } from './readPage.ts'

/** The records of an edition that answers are made of. */
export type AnswerRecords = Pick<
  Edition,
  'indicators' | 'timeline' | 'glossary' | 'sources' | 'everyday-words'
> &
  Marked

/** Phrases an excerpt must not cut, and names, offices and set phrases, which are never offered as a guess either. */
export type Phrases = Pick<EditionText, 'whole' | 'guarded'>

const firstWith = (pages: readonly ReadPage[], test: (page: ReadPage) => boolean) => {
  const index = pages.findIndex(test)
  return index === -1 ? undefined : index
}

function figure(
  indicator: Edition['indicators'][number],
  pages: readonly ReadPage[],
  records: AnswerRecords,
): AnswerFigure {
  const wording = formatQuantity(indicator)
  const says = ({ page, indicators }: ReadPage) =>
    indicators.includes(indicator.id) && page.text.includes(wording)
  const page =
    firstWith(pages, (one) => one.page.kind === 'chapter' && says(one)) ??
    firstWith(pages, (one) => one.page.kind !== 'data' && says(one))
  const dataPage = firstWith(
    pages,
    (one) => one.page.kind === 'data' && one.page.text.includes(indicator.label),
  )
  const place = pages[page ?? -1]?.page
  return {
    id: indicator.id,
    label: plainCopy(indicator.label, records),
    wording,
    definition: stampText(records, plainCopy(indicator.definition, records)),
    period: formatPeriod(indicator.period),
    status: statusLabel[indicator.status],
    source: indicator.source ? formatSourcePlace(indicator.source, records.sources) : '无',
    ...(place && { page, section: sectionAt(place, place.text.indexOf(wording))?.id ?? '' }),
    ...(dataPage !== undefined && { dataPage }),
  }
}

function terms(pages: readonly ReadPage[], records: AnswerRecords): AnswerTerm[] {
  return records.glossary.flatMap(({ id, term, definition }) => {
    const page = firstWith(pages, (one) => one.terms.includes(id) && one.page.text.includes(term))
    return page === undefined ? [] : [{ term, definition: plainCopy(definition, records), page }]
  })
}

function characters(pages: readonly SearchPage[]): string {
  const used = hanOf(pages)
  const readings = pinyinTable(pages.map(({ text }) => text).join('\n'))
  const forms = Map.groupBy(Object.entries(traditionalTable(used.join(''))), ([, own]) => own)
  return used
    .map((own) => {
      const other = forms.get(own)?.map(([form]) => form) ?? []
      return (readings[own]?.join(' ') ?? '') + other.join('')
    })
    .join(',')
}

/** What is searched of the current edition, from its pages and records. */
export function editionText(
  read: readonly ReadPage[],
  { whole, guarded }: Phrases,
  records: AnswerRecords | undefined,
  earlier: EditionText['earlier'],
): EditionText {
  const pages = read.map(({ page }) => page)
  const isSaid = (phrase: string) => pages.some(({ text }) => text.includes(phrase))
  return {
    earlier,
    pages,
    figures: records?.indicators.map((indicator) => figure(indicator, read, records)) ?? [],
    terms: records ? terms(read, records) : [],
    everyday: records?.['everyday-words'] ?? [],
    whole: whole.filter((phrase) => !guarded.includes(phrase) && isSaid(phrase)),
    guarded: guarded.filter(isSaid),
    characters: characters(pages),
  }
}
