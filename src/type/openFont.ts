import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import subsetFont from 'subset-font'
import { kept } from '../store/buildStore.ts'

type Options = NonNullable<Parameters<typeof subsetFont>[2]>

/** Returns a font reduced to some characters, with the format and features of the options. */
export type CutFont = (characters: string, options: Options) => Promise<Buffer<ArrayBuffer>>

const distinct = (characters: string) => [...new Set(characters)].sort().join('')

const unpacked = new Map<string, Promise<Buffer>>()

/** A whole font as sfnt, from the path of its woff2; cached because unpacking takes longer than subsetting. */
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
 * A font to be subset many times, from the path of its woff2 and all characters that will be needed. Those are
 * extracted from the whole font once, and only when a subset is not in the store.
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
