import { FilterType, Transformer } from '@napi-rs/image'
import { Resvg } from '@resvg/resvg-js'
import { compactPath } from './compactPath.ts'

/** An SVG read, its text to be set only in the font files handed over; the system's are never used. */
const read = (svg: string, width: number, fontFiles: string[]) =>
  new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC' },
  })

/** An SVG of resolved rules and outlines, drawn at another width in px. */
const sized = (svg: string, width: number): string =>
  svg.replace(/^<svg width="([\d.]+)" height="([\d.]+)"/, (_, from: string, height: string) => {
    const scaled = Math.ceil((Number(height) * width) / Number(from))
    return `<svg width="${width}" height="${scaled}"`
  })

/** From so many px on @napi-rs/image draws in the size that an SVG states; a smaller one it enlarges. */
const statedSize = 1000

/** An SVG of outlines as PNG, for which @napi-rs/image takes half as long as resvg, on which it is built. */
const drawOutlines = async (outlines: string, width: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await Transformer.fromSvg(sized(outlines, width)).png({ filterType: FilterType.Sub }),
  )

/**
 * An SVG as PNG of the given width in px, the same bytes for the same drawing. Text in it is set only in the
 * fonts handed over (`pictureFontFiles`), under the families Noto Serif SC and Noto Sans SC.
 */
export async function rasterize(
  svg: string,
  width: number,
  fontFiles: string[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = read(svg, width, fontFiles)
  return width < statedSize
    ? new Uint8Array(picture.render().asPng())
    : drawOutlines(picture.toString(), width)
}

/**
 * An SVG as one that stands alone, every rule resolved and all text as outlines of the fonts handed over, and as PNG of
 * the given width in px.
 */
export async function drawPlate(
  plate: string,
  width: number,
  fontFiles: string[],
): Promise<{ svg: string; png: Uint8Array<ArrayBuffer> }> {
  const outlines = read(plate, width, fontFiles).toString()
  const svg = outlines
    // Outlines come with nine digits and a line each; a hundredth of a pixel is enough.
    .replace(/ d="([^"]+)"/g, (_, data: string) => ` d="${compactPath(data)}"`)
    .replace(/>\s+</g, '><')
  return { svg, png: await drawOutlines(outlines, width) }
}
