import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { faces, fontCharacters, fontFile } from '../type/fontCharacters.ts'
import { unpackFont } from '../type/openFont.ts'

let unpacked: Promise<Buffer[]> | undefined
let folder: string | undefined
let sets = 0

/** A temporary folder that is deleted when the process exits. */
function temporaryFolder(): string {
  if (folder) return folder
  const made = mkdtempSync(join(tmpdir(), 'picture-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  folder = made
  return made
}

/**
 * The fonts of pictures as files, because the renderer only reads files; deleted when the process exits. Each holds
 * only the characters of the text, which makes rendering ten times faster; throws if a font lacks a character.
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
