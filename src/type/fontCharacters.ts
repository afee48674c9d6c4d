import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { create } from 'fontkitten'

/** The faces in `fonts/`: Noto Serif SC 400 and 700 for headings and numerals, Noto Sans SC 400 for the rest of pictures. */
export const faces = ['noto-serif-sc-400', 'noto-serif-sc-700', 'noto-sans-sc-400'] as const

/**
 * The path of a font, found by searching the folders above this module, because a build bundles it into a folder inside
 * the project.
 */
export function fontFile(face: string): string {
  const name = `${face}.woff2`
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'fonts', name))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`没有找到字体 fonts/${name}`)
    folder = parent
  }
  return join(folder, 'fonts', name)
}

/** The characters that a font contains. */
export function charactersOf(face: string): ReadonlySet<number> {
  const font = create(readFileSync(fontFile(face)))
  if (font.isCollection) throw new Error(`fonts/${face}.woff2 不是单个字体`)
  return new Set(font.characterSet)
}

let read: ReadonlySet<number> | undefined

/** The characters that can be drawn; reading one font is enough, because all contain the same. */
export function fontCharacters(): ReadonlySet<number> {
  read ??= charactersOf('noto-sans-sc-400')
  return read
}
