import { deserialize, serialize } from 'node:v8'
import { type Cut, cuts } from '../charts/chart.ts'
import { findChart } from '../charts/registry.ts'
import { stampTitle } from '../imprint.ts'
import { figurePlate, plateCentimetres, plateWidth } from '../pictures/figurePlate.ts'
import {
  figurePoster,
  posterCentimetres,
  posterCut,
  posterWidth,
} from '../pictures/figurePoster.ts'
import { figureSlide, slideCentimetres, slideSize } from '../pictures/figureSlide.ts'
import { figureWords } from '../pictures/figureWords.ts'
import { drawPlate, rasterize } from '../pictures/rasterize.ts'
import type { Edition } from '../sets/edition.ts'
import { href } from '../site.ts'
import { kept } from '../store/buildStore.ts'
import { element, escapeText } from '../svg/markup.ts'
import { editionYears, numberFigure, openEdition } from './chapters.ts'

/** A path for every figure of every edition, with the data that its downloads are drawn from. */
export async function figurePaths() {
  const paths = await Promise.all(
    (await editionYears()).map(async (year) => {
      const locals = {} as App.Locals
      await openEdition(locals, year)
      return locals.edition.figures.map(({ id }) => ({
        params: { year: String(year), id },
        props: { edition: locals.edition, number: numberFigure(locals, id) },
      }))
    }),
  )
  return paths.flat()
}

interface Pictured {
  id: string
  number: string
  edition: Edition
}

const wordsOf = ({ edition, id, number }: Pictured) => figureWords(edition, id, number)
const drawingOf =
  ({ edition, id }: Pictured) =>
  (cut: Cut) =>
    findChart(id).draw(edition, cut)

/** A figure as SVG and as PNG at twice its size, made together because both start from the same outlines. */
async function drawnPlate(
  pictured: Pictured,
): Promise<{ svg: string; png: Uint8Array<ArrayBuffer> }> {
  const plate = figurePlate(wordsOf(pictured), drawingOf(pictured)(cuts.w))
  const drawn = await kept('figure-plate', [plate], async () =>
    serialize(await drawPlate(plate, 2 * plateWidth, plateCentimetres)),
  )
  return deserialize(drawn)
}

/** A figure as a self-contained SVG, with its words as alternative text. */
export async function figureSvg(pictured: Pictured): Promise<string> {
  const { headline, description, caveat, source } = wordsOf(pictured)
  const title = headline.flatMap((runs) => runs.map(({ text }) => text)).join('')
  const { svg } = await drawnPlate(pictured)
  return (
    svg
      .replace(
        /<svg ([^>]*)>/,
        (_, attributes: string) =>
          `<svg role="img" ${attributes}>${element('title', {}, escapeText(stampTitle(pictured.edition, title)))}${element('desc', {}, escapeText(`${description}${caveat}${source}`))}`,
      )
      // Office programs read px as 1/96 inch, which would make the picture wider than the page.
      .replace(/ (width|height)="(\d+)"/g, (_, side: string, px: string) => {
        const centimetres = (Number(px) * plateCentimetres) / plateWidth
        return ` ${side}="${centimetres.toFixed(3)}cm"`
      })
  )
}

/** A figure as PNG at twice its size, its words included in the picture. */
export const figurePng = async (pictured: Pictured): Promise<Uint8Array<ArrayBuffer>> =>
  (await drawnPlate(pictured)).png

/** A figure's poster as PNG; with a QR code to its page only if the site's address is known. */
export function figurePosterPng(
  pictured: Pictured,
  site: URL | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { edition, id } = pictured
  const address = site && new URL(href(`${edition.year}/charts/${id}/`), site).href
  const poster = figurePoster(wordsOf(pictured), drawingOf(pictured)(posterCut), address)
  return kept('figure-poster', [poster], () => rasterize(poster, posterWidth, posterCentimetres))
}

/** A figure as PNG for a slide. */
export function figureSlidePng(pictured: Pictured): Promise<Uint8Array<ArrayBuffer>> {
  const slide = figureSlide(wordsOf(pictured), drawingOf(pictured))
  return kept('figure-slide', [slide], () => rasterize(slide, slideSize.width, slideCentimetres))
}
