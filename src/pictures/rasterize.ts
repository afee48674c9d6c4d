import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import type { Font } from 'satori'
import { compactPath } from './compactPath.ts'

/** What a renderer of an SVG gives, its text set only in the fonts handed over. */
function render<Result>(
  svg: string,
  width: number,
  fonts: readonly Font[],
  take: (picture: Resvg) => Result,
): Result {
  // The renderer reads fonts from files only.
  const folder = fonts.length > 0 ? mkdtempSync(join(tmpdir(), 'picture-')) : undefined
  try {
    const fontFiles = fonts.map((font, index) => {
      const file = join(folder ?? '', `${index}.otf`)
      writeFileSync(file, new Uint8Array(font.data))
      return file
    })
    return take(
      new Resvg(svg, {
        fitTo: { mode: 'width', value: width },
        font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC' },
      }),
    )
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * An SVG as PNG of the given width in px, the same bytes for the same drawing. Text in it is set only in the
 * fonts handed over (`pictureFonts`), under the families Noto Serif SC and Noto Sans SC; the system's are never used.
 */
export function rasterize(
  svg: string,
  width: number,
  fonts: readonly Font[] = [],
): Uint8Array<ArrayBuffer> {
  return render(svg, width, fonts, (picture) => new Uint8Array(picture.render().asPng()))
}

/** An SVG that stands alone: every rule resolved, all text as outlines of the fonts handed over. */
export function outline(svg: string, width: number, fonts: readonly Font[]): string {
  const standing = render(svg, width, fonts, (picture) => picture.toString())
  // Outlines come with nine digits and a line each; a hundredth of a pixel is enough.
  return standing
    .replace(/ d="([^"]+)"/g, (_, data: string) => ` d="${compactPath(data)}"`)
    .replace(/>\s+</g, '><')
}
