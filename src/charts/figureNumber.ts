import type { FigureCopy } from '../schemas/figures.ts'

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

/** The words of a figure; throws naming the id when there are none. */
export function findFigure(figures: readonly FigureCopy[], id: string): FigureCopy {
  const found = figures.find((figure) => figure.id === id)
  if (!found) throw new Error(`没有编号为“${id}”的图版，请核对 figures.json`)
  return found
}
