import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Font } from 'satori'
import subsetFont from 'subset-font'

/** The three faces of pictures: `serif` 400 and 700 for headings and numerals, `sans` 400 for the rest. */
const faces = [
  { name: 'serif', weight: 400, file: 'noto-serif-sc-400.woff2' },
  { name: 'serif', weight: 700, file: 'noto-serif-sc-700.woff2' },
  { name: 'sans', weight: 400, file: 'noto-sans-sc-400.woff2' },
] as const

/** The font file by walking up from this module, which a build bundles into a folder inside the project. */
function fontFile(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'fonts', name))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`没有找到字体 fonts/${name}`)
    folder = parent
  }
  return join(folder, 'fonts', name)
}

const whole = new Map<string, Promise<Buffer>>()

/** The whole font as sfnt, unpacked once: subsetting from woff2 would unpack it for every picture. */
function unpacked(file: string): Promise<Buffer> {
  const known = whole.get(file)
  if (known) return known
  const font = subsetFont(readFileSync(fontFile(file)), undefined, {
    keepAllGlyphs: true,
    targetFormat: 'sfnt',
  })
  whole.set(file, font)
  return font
}

/** The faces of pictures as satori takes them, each an sfnt that holds only the characters of a text. */
export function pictureFonts(text: string): Promise<Font[]> {
  const characters = [...new Set(` ${text}`)].sort().join('')
  return Promise.all(
    faces.map(async ({ name, weight, file }) => ({
      name,
      weight,
      style: 'normal' as const,
      data: await subsetFont(await unpacked(file), characters, { targetFormat: 'sfnt' }),
    })),
  )
}
