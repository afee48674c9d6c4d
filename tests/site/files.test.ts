import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { openBuild } from '../services.ts'
import { dist, readPages } from './builtPages.ts'

/** How the bytes of each kind of file begin; `?` stands for any byte. A kind without any is text. */
const beginnings: Record<string, string> = {
  avif: '????ftypavif',
  css: '',
  csv: '',
  geojson: '{',
  gz: '\x1f\x8b',
  html: '<!DOCTYPE html><html lang="zh-CN">',
  ico: '\0\0\x01\0',
  jpg: '\xff\xd8\xff',
  js: '',
  json: '',
  pagefind: '\x1f\x8b',
  pdf: '%PDF-1.',
  pf_fragment: '\x1f\x8b',
  pf_index: '\x1f\x8b',
  pf_meta: '\x1f\x8b',
  png: '\x89PNG\r\n\x1a\n',
  svg: '<svg ',
  txt: '',
  webmanifest: '{',
  webp: 'RIFF????WEBP',
  woff2: 'wOF2',
  xlsx: 'PK\x03\x04',
  xml: '<?xml version="1.0" encoding="UTF-8"?>',
}

/** Whether bytes begin as a kind of file does, and are text if the kind has no beginning of its own. */
function isKind(bytes: Buffer, kind: string): boolean {
  const beginning = beginnings[kind]
  // Brotli has no mark of its own.
  if (kind === 'br') return brotliDecompressSync(bytes).length > 0
  if (beginning === undefined) return false
  if (beginning === '') return isUtf8(bytes) && !bytes.includes(0)
  const found = bytes.toString('latin1', 0, beginning.length)
  return [...beginning].every((each, at) => each === '?' || each === found[at])
}

describe.each([
  ['the site', async () => dist],
  [
    'the edition with complete records and photographs',
    async () => (await openBuild('complete')).folder,
  ],
])('in %s', (_, find) => {
  test('every file is what its name ends in', async () => {
    const site = await find()
    for (const file of filesBelow(site)) {
      // Hosts want this name.
      const kind = file === '_headers' ? 'txt' : extname(file).slice(1)
      expect(isKind(readFileSync(join(site, file)), kind), file).toBe(true)
    }
  })

  test('every picture of a page has its alternative text and the proportions of its file', async () => {
    const site = await find()
    for (const { document, path } of readPages(site)) {
      for (const image of document.querySelectorAll('img')) {
        const [src, alt, ...sides] = ['src', 'alt', 'width', 'height'].map((name) =>
          image.getAttribute(name),
        )
        expect(alt, `${path} ${src}`).not.toBeNull()
        const { width, height } = await sharp(join(site, decodeURI(src ?? ''))).metadata()
        const [across = 0, down = 0] = sides.map(Number)
        expect(across / down, `${path} ${src}`).toBeCloseTo(width / height, 2)
      }
    }
  })
})
