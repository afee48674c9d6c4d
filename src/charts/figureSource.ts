import { correctionsOf, formatCorrected } from '../facts/corrections.ts'
import { findIndicator } from '../facts/indicator.ts'
import { formatSource } from '../facts/source.ts'
import type { Edition } from '../sets/edition.ts'
import { findFigure } from './figureNumber.ts'
import { findChart } from './registry.ts'
import { indicatorsOf } from './statement.ts'

/** Which of a figure's numbers were corrected after they were published: 政企协商会场数原作12场，2026年12月1日更正。 Empty if none. */
function correctedOf(edition: Edition, id: string): string {
  const corrected = indicatorsOf(findChart(id).table(edition)).flatMap((indicator) =>
    correctionsOf(edition.corrections, indicator).map(
      (each) => findIndicator(edition.indicators, indicator).label + formatCorrected(each),
    ),
  )
  return corrected.length > 0 ? `${corrected.join('；')}。` : ''
}

/** Where a figure's numbers come from, for a place where their definitions do not stand beside it: 来源：原文第二部分第一段，“12场”。 And what was corrected in them. */
export function figureSource(edition: Edition, id: string): string {
  const { sources } = findFigure(edition.figures, id)
  const places = new Set(sources.map((source) => formatSource(source, edition.sources)))
  return `来源：${[...places].join('；')}。${correctedOf(edition, id)}`
}
