import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { create } from 'fontkitten'
import subsetFont from 'subset-font'
import { unpackFont } from '../type/openFont.ts'

/** The three faces of pictures: Noto Serif SC 400 and 700 for headings and numerals, Noto Sans SC 400 for the rest. */
const faces = ['noto-serif-sc-400', 'noto-serif-sc-700', 'noto-sans-sc-400']

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

interface Face {
  whole: Buffer
  characters: Set<number>
}

async function readFace(name: string): Promise<Face> {
  const whole = await unpackFont(fontFile(`${name}.woff2`))
  const font = create(whole)
  if (font.isCollection) throw new Error(`fonts/${name}.woff2 不是单个字体`)
  return { whole, characters: new Set(font.characterSet) }
}

let read: Promise<Face[]> | undefined
let folder: string | undefined
let sets = 0

/** A folder that goes with the process. */
function temporaryFolder(): string {
  if (folder) return folder
  const made = mkdtempSync(join(tmpdir(), 'picture-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  folder = made
  return made
}

/**
 * The faces of pictures as files, for a renderer that reads fonts from files only; they go with the process. Each holds
 * only the characters of a text, since text is set ten times faster in such a font; throws on one that a face lacks.
 */
export async function pictureFontFiles(text: string): Promise<string[]> {
  read ??= Promise.all(faces.map(readFace))
  const wanted = ` ${text}`
  const set = sets++
  return Promise.all(
    (await read).map(async ({ whole, characters }, index) => {
      for (const character of wanted)
        if (!characters.has(character.codePointAt(0) as number))
          throw new Error(`图片字体里没有“${character}”`)
      const file = join(temporaryFolder(), `${set}-${index}.otf`)
      writeFileSync(file, await subsetFont(whole, wanted, { targetFormat: 'sfnt' }))
      return file
    }),
  )
}
