import { deserialize, serialize } from 'node:v8'
import { cuts } from '../charts/chart.ts'
import { findChart } from '../charts/index.ts'
import { element, escapeText } from '../charts/markup.ts'
import { stampTitle } from '../imprint.ts'
import { figurePlate, plateWidth } from '../pictures/figurePlate.ts'
import { figurePoster, posterSize } from '../pictures/figurePoster.ts'
import { figureWords } from '../pictures/figureWords.ts'
import { pictureFontFiles } from '../pictures/pictureFonts.ts'
import { drawPlate, rasterize } from '../pictures/rasterize.ts'
import type { Edition } from '../schemas/edition.ts'
import { href } from '../site.ts'
import { kept } from '../store/buildStore.ts'
import { editionYears, numberFigure, openEdition } from './chapters.ts'

/** A path for every figure of every edition, with what its downloads are drawn from. */
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

const plateOf = ({ edition, id, number }: Pictured) =>
  figurePlate(figureWords(edition, id, number), findChart(id).draw(edition, cuts.w))

function posterOf({ edition, id, number }: Pictured, site: URL | undefined): string {
  const address = site && new URL(href(`${edition.year}/charts/${id}/`), site).href
  return figurePoster(
    figureWords(edition, id, number),
    (cut) => findChart(id).draw(edition, cut),
    address,
  )
}

const textOf = (svg: string) => svg.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, '')

const fontsOfYear = new Map<number, Promise<string[]>>()

/** The fonts of all figures of an edition, cut to their glyphs once, and only when a picture is not in the store. */
function fontsOf({ edition, number }: Pictured, site: URL | undefined): Promise<string[]> {
  const known = fontsOfYear.get(edition.year)
  if (known) return known
  // Every figure has a number of its own; any digit may be in it.
  const digits = [...Array(10).keys()].join('')
  const texts = edition.figures.map(({ id }) => {
    const pictured = { edition, id, number }
    return textOf(plateOf(pictured)) + textOf(posterOf(pictured, site))
  })
  const fonts = pictureFontFiles(texts.join('') + digits)
  fontsOfYear.set(edition.year, fonts)
  return fonts
}

/** The plate of a figure as SVG and as PNG at twice its size, drawn together: both begin with the same outlines. */
async function drawnPlate(
  pictured: Pictured,
  site: URL | undefined,
): Promise<{ svg: string; png: Uint8Array<ArrayBuffer> }> {
  const plate = plateOf(pictured)
  const drawn = await kept('figure-plate', [plate], async () =>
    serialize(await drawPlate(plate, 2 * plateWidth, await fontsOf(pictured, site))),
  )
  return deserialize(drawn)
}

/** A figure as an SVG that needs nothing beside it, with its words for those who do not see it. */
export async function figureSvg(pictured: Pictured, site: URL | undefined): Promise<string> {
  const { headline, description, caveat, source } = figureWords(
    pictured.edition,
    pictured.id,
    pictured.number,
  )
  const title = headline.flatMap((runs) => runs.map(({ text }) => text)).join('')
  const { svg } = await drawnPlate(pictured, site)
  return svg.replace(
    /<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg role="img" ${attributes}>${element('title', {}, escapeText(stampTitle(pictured.edition, title)))}${element('desc', {}, escapeText(`${description}${caveat}${source}`))}`,
  )
}

/** A figure as PNG at twice its size, with its words in the picture. */
export const figurePng = async (
  pictured: Pictured,
  site: URL | undefined,
): Promise<Uint8Array<ArrayBuffer>> => (await drawnPlate(pictured, site)).png

/** A figure's poster as PNG; a code to its page only while the site's own address is known. */
export function figurePosterPng(
  pictured: Pictured,
  site: URL | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const poster = posterOf(pictured, site)
  return kept('figure-poster', [poster], async () =>
    rasterize(poster, posterSize.width, await fontsOf(pictured, site)),
  )
}
