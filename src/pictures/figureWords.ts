import { findFigure } from '../charts/figureNumber.ts'
import { figureSource } from '../charts/figureSource.ts'
import { hasValue } from '../charts/parts/tally.ts'
import { stateFigure } from '../charts/statement.ts'
import { plainParts } from '../facts/copy.ts'
import { imprint } from '../imprint.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Edition } from '../sets/edition.ts'
import { site } from '../site.ts'
import { type CardRun, cardPhrases } from './shareCard.ts'

/** The words in a figure's pictures: the same as on its page. */
export interface FigureWords {
  /** 图2-1. */
  number: string
  topic: string
  headline: CardRun[][]
  measure: string
  description: string
  caveat: string
  /** Its sources, and which of its numbers were corrected. */
  source: string
  /** 履职亮点回眸 2025年版. */
  edition: string
  body: string
  stamp: string | null
  /** The observations that its headline states, if they have a value. */
  figures: Observation[]
}

/** The words of a figure of an edition; throws on an unknown id. */
export function figureWords(edition: Edition, id: string, number: string): FigureWords {
  const copy = findFigure(edition.figures, id)
  const words = stateFigure(edition, id)
  const figures = words.headline.flatMap((part) =>
    part.kind === 'quantity' && hasValue(part.observation) ? [part.observation] : [],
  )
  return {
    number,
    topic: copy.topic,
    headline: cardPhrases(words.headline),
    measure: plainParts(words.measure),
    description: plainParts(words.description),
    caveat: plainParts(words.caveat),
    source: figureSource(edition, id),
    edition: `${site.name} ${edition.year}年版`,
    ...imprint(edition),
    figures,
  }
}
