import { cuts } from '../charts/chart.ts'
import { findChart } from '../charts/index.ts'
import { element, escapeText } from '../charts/markup.ts'
import { figurePlate, plateWidth } from '../pictures/figurePlate.ts'
import { figurePoster, posterSize } from '../pictures/figurePoster.ts'
import { figureWords } from '../pictures/figureWords.ts'
import { pictureFonts } from '../pictures/pictureFonts.ts'
import { outline, rasterize } from '../pictures/rasterize.ts'
import type { Edition } from '../schemas/edition.ts'
import { href } from '../site.ts'
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

const fontsOfYear = new Map<number, ReturnType<typeof pictureFonts>>()

/** The fonts of all figures of an edition, cut to their glyphs once. */
function fontsOf({ edition, number }: Pictured, site: URL | undefined) {
  const known = fontsOfYear.get(edition.year)
  if (known) return known
  // Every figure has a number of its own; any digit may be in it.
  const digits = [...Array(10).keys()].join('')
  const texts = edition.figures.map(({ id }) => {
    const pictured = { edition, id, number }
    return textOf(plateOf(pictured)) + textOf(posterOf(pictured, site))
  })
  const fonts = pictureFonts(texts.join('') + digits)
  fontsOfYear.set(edition.year, fonts)
  return fonts
}

/** A figure as an SVG that needs nothing beside it, with its words for those who do not see it. */
export async function figureSvg(pictured: Pictured, site: URL | undefined): Promise<string> {
  const { headline, description, caveat, source } = figureWords(
    pictured.edition,
    pictured.id,
    pictured.number,
  )
  const title = headline.flatMap((runs) => runs.map(({ text }) => text)).join('')
  const svg = outline(plateOf(pictured), plateWidth, await fontsOf(pictured, site))
  return svg.replace(
    /<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg role="img" ${attributes}>${element('title', {}, escapeText(title))}${element('desc', {}, escapeText(`${description}${caveat}${source}`))}`,
  )
}

/** A figure as PNG at twice its size, with its words in the picture. */
export async function figurePng(
  pictured: Pictured,
  site: URL | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  return rasterize(plateOf(pictured), 2 * plateWidth, await fontsOf(pictured, site))
}

/** A figure's poster as PNG; a code to its page only while the site's own address is known. */
export async function figurePosterPng(
  pictured: Pictured,
  site: URL | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const fonts = await fontsOf(pictured, site)
  return rasterize(posterOf(pictured, site), posterSize.width, fonts)
}
