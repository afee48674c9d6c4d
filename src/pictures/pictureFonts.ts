import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Font } from 'satori'
import { openFont } from '../type/openFont.ts'

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

/** The faces of pictures as satori takes them, each an sfnt that holds only the characters of a text. */
export function pictureFonts(text: string): Promise<Font[]> {
  const characters = ` ${text}`
  return Promise.all(
    faces.map(async ({ name, weight, file }) => ({
      name,
      weight,
      style: 'normal' as const,
      data: await openFont(fontFile(file), characters)(characters, { targetFormat: 'sfnt' }),
    })),
  )
}

let folder: string | undefined

/** A folder that goes with the process. */
function temporaryFolder(): string {
  if (folder) return folder
  const made = mkdtempSync(join(tmpdir(), 'picture-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  folder = made
  return made
}

let sets = 0

/** The faces of pictures as files, for a renderer that reads fonts from files only; they go with the process. */
export async function pictureFontFiles(text: string): Promise<string[]> {
  const set = sets++
  return (await pictureFonts(text)).map(({ name, weight, data }) => {
    const file = join(temporaryFolder(), `${name}-${weight}-${set}.otf`)
    writeFileSync(file, new Uint8Array(data))
    return file
  })
}
