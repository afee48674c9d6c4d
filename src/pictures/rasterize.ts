import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import type { Font } from 'satori'

/**
 * An SVG as PNG of the given width in px, the same bytes for the same drawing. Text in it is set only in the
 * fonts handed over (`pictureFonts`), under the families Noto Serif SC and Noto Sans SC; the system's are never used.
 */
export function rasterize(
  svg: string,
  width: number,
  fonts: readonly Font[] = [],
): Uint8Array<ArrayBuffer> {
  // The renderer reads fonts from files only.
  const folder = fonts.length > 0 ? mkdtempSync(join(tmpdir(), 'picture-')) : undefined
  try {
    const fontFiles = fonts.map((font, index) => {
      const file = join(folder ?? '', `${index}.otf`)
      writeFileSync(file, new Uint8Array(font.data))
      return file
    })
    const picture = new Resvg(svg, {
      fitTo: { mode: 'width', value: width },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC' },
    })
    return new Uint8Array(picture.render().asPng())
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}
