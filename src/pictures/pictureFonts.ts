import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { faces, fontCharacters, fontFile } from '../type/fontCharacters.ts'
import { unpackFont } from '../type/openFont.ts'

let unpacked: Promise<Buffer[]> | undefined
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
  const characters = fontCharacters()
  const wanted = ` ${text}`
  for (const character of wanted)
    if (!characters.has(character.codePointAt(0) as number))
      throw new Error(`图片字体里没有“${character}”`)
  unpacked ??= Promise.all(faces.map((face) => unpackFont(fontFile(face))))
  const set = sets++
  return Promise.all(
    (await unpacked).map(async (whole, index) => {
      const file = join(temporaryFolder(), `${set}-${index}.otf`)
      writeFileSync(file, await subsetFont(whole, wanted, { targetFormat: 'sfnt' }))
      return file
    }),
  )
}
