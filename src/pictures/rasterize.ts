import { FilterType, Transformer } from '@napi-rs/image'
import { Resvg } from '@resvg/resvg-js'
import { compactPath } from './compactPath.ts'
import { stateDensity } from './density.ts'
import { pictureFontFiles } from './pictureFonts.ts'

const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }

/** The text of an SVG, without its stylesheet. */
export const wordsOfSvg = (svg: string): string =>
  svg
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => named[name] ?? '')
    .trim()

/** Parses an SVG whose text is set only in the pictures' own fonts, never in the system's. */
async function read(svg: string, width: number): Promise<Resvg> {
  const words = wordsOfSvg(svg)
  return new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: words ? await pictureFontFiles(words) : [],
      defaultFontFamily: 'Noto Sans SC',
    },
  })
}

/** An SVG of outlines, with another width in px. */
const sized = (svg: string, width: number): string =>
  svg.replace(/^<svg width="([\d.]+)" height="([\d.]+)"/, (_, from: string, height: string) => {
    const scaled = Math.ceil((Number(height) * width) / Number(from))
    return `<svg width="${width}" height="${scaled}"`
  })

/** From this width on @napi-rs/image draws at the size that an SVG states; smaller ones it draws small and enlarges. */
const statedSize = 1000

/** An SVG of outlines as PNG. @napi-rs/image is built on resvg but takes half as long. */
const drawOutlines = (outlines: string, width: number): Promise<Uint8Array> =>
  Transformer.fromSvg(sized(outlines, width)).png({ filterType: FilterType.Sub })

const stated = (png: Uint8Array, width: number, centimetres?: number) =>
  centimetres === undefined
    ? new Uint8Array(png)
    : stateDensity(png, Math.round((100 * width) / centimetres))

/**
 * An SVG as PNG of the given width in px, with its print width if given; the same drawing always gives the same bytes.
 * Text is set in the pictures' own fonts, under the families Noto Serif SC and Noto Sans SC.
 */
export async function rasterize(
  svg: string,
  width: number,
  centimetres?: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await read(svg, width)
  const png =
    width < statedSize ? picture.render().asPng() : await drawOutlines(picture.toString(), width)
  return stated(png, width, centimetres)
}

/**
 * A self-contained SVG with all styles resolved and all text as outlines, and a PNG of it with the given width in px
 * and its width in print.
 */
export async function drawPlate(
  plate: string,
  width: number,
  centimetres: number,
): Promise<{ svg: string; png: Uint8Array<ArrayBuffer> }> {
  const outlines = (await read(plate, width)).toString()
  const svg = outlines
    // Outlines come with nine digits per number; a hundredth of a pixel is precise enough.
    .replace(/ d="([^"]+)"/g, (_, data: string) => ` d="${compactPath(data)}"`)
    .replace(/>\s+</g, '><')
  return { svg, png: stated(await drawOutlines(outlines, width), width, centimetres) }
}
