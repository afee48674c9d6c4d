import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import subsetFont from 'subset-font'
import { kept } from '../store/buildStore.ts'

type Options = NonNullable<Parameters<typeof subsetFont>[2]>

/** Gives a font reduced to some characters, in the format and with the features of the options. */
export type CutFont = (characters: string, options: Options) => Promise<Buffer<ArrayBuffer>>

const distinct = (characters: string) => [...new Set(characters)].sort().join('')

const unpacked = new Map<string, Promise<Buffer>>()

/** A whole font as sfnt, from the path of its woff2; unpacking takes longer than a cut. */
export function unpackFont(file: string): Promise<Buffer> {
  const known = unpacked.get(file)
  if (known) return known
  const font = subsetFont(readFileSync(file), undefined, {
    keepAllGlyphs: true,
    targetFormat: 'sfnt',
  })
  unpacked.set(file, font)
  return font
}

/**
 * A font to be cut many times, from the path of its woff2 and all characters that will be asked for: they are taken out
 * of the whole font once, and only when a cut is not in the store.
 */
export function openFont(file: string, all: string): CutFont {
  let known: Promise<Buffer> | undefined
  const source = (options: Options) => {
    known ??= unpackFont(file).then((whole) =>
      subsetFont(whole, distinct(all), { ...options, targetFormat: 'sfnt' }),
    )
    return known
  }
  return (characters, options) => {
    const wanted = distinct(characters)
    return kept('font', [basename(file), wanted, JSON.stringify(options)], async () =>
      subsetFont(await source(options), wanted, options),
    )
  }
}
