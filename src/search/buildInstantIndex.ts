import { plainCopy } from '../facts/copy.ts'
import { formatSourcePlace } from '../facts/source.ts'
import { formatPeriod, formatQuantity } from '../facts/wording.ts'
import { type Marked, stampText } from '../imprint.ts'
import { fold } from '../reading/fold.ts'
import { pinyinTable } from '../reading/pinyinTable.ts'
import { traditionalTable } from '../reading/traditionalTable.ts'
import { statusLabel } from '../schemas/undisclosed.ts'
import type { Edition } from '../sets/edition.ts'
import type { InstantFigure, InstantIndex, InstantTerm } from './instantIndex.ts'
import type { SearchPage } from './page.ts'
import type { ReadPage } from './readPage.ts'
import { sectionAt } from './sectionsOf.ts'

/** The records of an edition that answers are made of. */
export type AnswerRecords = Pick<Edition, 'indicators' | 'timeline' | 'glossary' | 'sources'> &
  Marked

const firstWith = (pages: readonly ReadPage[], test: (page: ReadPage) => boolean) => {
  const index = pages.findIndex(test)
  return index === -1 ? undefined : index
}

function figure(
  indicator: Edition['indicators'][number],
  pages: readonly ReadPage[],
  records: AnswerRecords,
): InstantFigure {
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
  const at = page === undefined ? -1 : (pages[page]?.page.text.indexOf(wording) ?? -1)
  const section = page === undefined ? undefined : sectionAt((pages[page] as ReadPage).page, at)?.id
  return {
    id: indicator.id,
    label: plainCopy(indicator.label, records),
    wording,
    definition: stampText(records, plainCopy(indicator.definition, records)),
    period: formatPeriod(indicator.period),
    status: statusLabel[indicator.status],
    source: indicator.source ? formatSourcePlace(indicator.source, records.sources) : '无',
    ...(page !== undefined && { page, section: section ?? '' }),
    ...(dataPage !== undefined && { dataPage }),
  }
}

function terms(pages: readonly ReadPage[], records: AnswerRecords): InstantTerm[] {
  return records.glossary.flatMap(({ id, term, definition }) => {
    const page = firstWith(pages, (one) => one.terms.includes(id) && one.page.text.includes(term))
    return page === undefined ? [] : [{ term, definition: plainCopy(definition, records), page }]
  })
}

function byReading(table: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [character, readings] of Object.entries(table)) {
    for (const reading of readings) found[reading] = (found[reading] ?? '') + character
  }
  return found
}

/** Beyond so many characters of headings the titles alone must do: this index is fetched before anything is shown. */
const mostHeadings = 4000

/** The instant index of the pages of the current edition; `record` gives a page's id in the full-text index. */
export function buildInstantIndex(
  pages: readonly ReadPage[],
  records: AnswerRecords,
  record: (page: SearchPage) => string,
  archive: boolean,
): InstantIndex {
  const text = pages.map(({ page }) => fold(page.text)).join('\n')
  const headings = pages.flatMap(({ page }) => page.sections.map(({ title }) => title)).join('')
  const isShort = headings.length <= mostHeadings
  return {
    archive,
    pages: pages.map(({ page }) => ({
      url: page.url,
      title: page.title,
      kind: page.kind,
      groupTitle: page.groupTitle,
      order: page.order,
      record: record(page),
      sections: page.sections
        .filter(({ role }) => isShort || role === 'place')
        .map(({ id, title, role }) => ({ id, title, role })),
    })),
    figures: records.indicators.map((indicator) => figure(indicator, pages, records)),
    terms: terms(pages, records),
    guarded: [...new Set(pages.flatMap(({ page }) => page.guarded))],
    readings: byReading(pinyinTable(text)),
    traditional: Object.entries(traditionalTable(text)).flat().join(''),
  }
}
