import { findChart } from '../charts/registry.ts'
import { holdingsOf, indicatorsOf } from '../charts/statement.ts'
import { type Gaps, gapsOf } from '../facts/gaps.ts'
import type { Caption } from '../sets/captions.ts'
import type { Edition } from '../sets/edition.ts'

/** The contents of a page, as ids separated by spaces: indicators in its text, drawings, captions. */
export interface ToldOnPage {
  facts?: string
  figures?: string
  plates?: string
}

/** What is not published about the contents of a page. */
export interface PageGaps extends Gaps<Caption> {
  /** Drawings with columns in which nothing is published and that no number's gap mentions. */
  empty: { id: string; columns: string[] }[]
  /** The drawing on the page that shows an indicator, by its id. */
  drawingOf(indicator: string): string | undefined
}

const split = (ids = '') => ids.split(' ').filter(Boolean)

/** What is not published about the contents of a page, each gap once; undefined if there is nothing. */
export function pageGaps(edition: Edition, told: ToldOnPage): PageGaps | undefined {
  const drawn = split(told.figures).map((id) => {
    const table = findChart(id).table(edition)
    return { id, indicators: indicatorsOf(table), columns: holdingsOf(table).undisclosed }
  })
  const indicators = new Set([
    ...split(told.facts),
    ...drawn.flatMap((drawing) => drawing.indicators),
  ])
  const gaps = gapsOf(edition, { indicators: [...indicators], captions: split(told.plates) })
  const spokenOf = new Set(gaps.figures.map(({ observation }) => observation.id))
  const empty = drawn.filter(
    ({ columns, indicators }) => columns.length > 0 && !indicators.some((id) => spokenOf.has(id)),
  )
  const isNothing = [gaps.figures, gaps.undated, gaps.captions, empty].every(
    (list) => list.length === 0,
  )
  if (isNothing) return undefined
  return {
    ...gaps,
    empty,
    drawingOf: (indicator) => drawn.find(({ indicators }) => indicators.includes(indicator))?.id,
  }
}
