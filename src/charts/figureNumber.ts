import { findIndicator } from '../facts/indicator.ts'
import type { FigureCopy } from '../schemas/figures.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Edition } from '../sets/edition.ts'

/** The number of a figure, 图2-1: its chapter's order and its place among the chapter's figures; throws on an unknown id. */
export function figureNumber(
  figures: readonly FigureCopy[],
  id: string,
  chapterOrder: number,
): string {
  const chapter = findFigure(figures, id).chapter
  const place = figures
    .filter((figure) => figure.chapter === chapter)
    .findIndex((figure) => figure.id === id)
  return `图${chapterOrder}-${place + 1}`
}

/**
 * The indicators that a figure's entry names, one for each role, in order; throws, naming the roles, if the number
 * differs.
 */
export function figureIndicators<const Roles extends readonly string[]>(
  { figures, indicators }: Edition,
  id: string,
  roles: Roles,
): { [Role in keyof Roles]: Observation } {
  const ids = findFigure(figures, id).indicators ?? []
  if (ids.length !== roles.length)
    throw new Error(`它的 indicators 有${ids.length}个，应依次是${roles.join('、')}`)
  const found = ids.map((indicator) => findIndicator(indicators, indicator))
  return found as { [Role in keyof Roles]: Observation }
}

/** The indicators that a figure's entry names, as many as it likes; throws where there are none. */
export function listedIndicators({ figures, indicators }: Edition, id: string): Observation[] {
  const ids = findFigure(figures, id).indicators ?? []
  if (ids.length === 0) throw new Error('它的 indicators 一个也没有写')
  return ids.map((indicator) => findIndicator(indicators, indicator))
}

/** The words of a figure; throws naming the id when there are none. */
export function findFigure(figures: readonly FigureCopy[], id: string): FigureCopy {
  const found = figures.find((figure) => figure.id === id)
  if (!found) throw new Error(`没有编号为“${id}”的图版，请核对 figures.json`)
  return found
}
