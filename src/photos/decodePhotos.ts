import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import sharp from 'sharp'
import { maxPixels } from './limits.ts'
import { type PictureKind, pictureKind } from './pictureKind.ts'

/** What a file turned out to hold once it was read from its first byte to its last. */
export interface DecodedPhoto {
  sha256: string
  kind?: PictureKind
  /** Pixels, once upright; absent if its header cannot be read. */
  size?: { width: number; height: number }
  /** Whether it is a picture that moves. */
  moves: boolean
  /** Whether every pixel could be read; too large a picture is not tried. */
  isWhole: boolean
}

/** Whether a PNG has the chunk of an animation; sharp would read its first picture only. */
const isAnimated = (bytes: Buffer) => {
  const pixels = bytes.indexOf('IDAT')
  return bytes.subarray(0, Math.max(0, pixels)).includes('acTL')
}

async function decode(file: string): Promise<DecodedPhoto> {
  const bytes = readFileSync(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kind = pictureKind(bytes)
  const photo: DecodedPhoto = { sha256, moves: false, isWhole: false }
  if (kind) photo.kind = kind
  if (kind !== 'JPEG' && kind !== 'PNG') return photo
  photo.moves = kind === 'PNG' && isAnimated(bytes)
  try {
    const options = { failOn: 'truncated', limitInputPixels: false } as const
    photo.size = (await sharp(bytes, options).metadata()).autoOrient
    if (photo.size.width * photo.size.height > maxPixels) return photo
    // Every pixel is read, but none is kept at its full size.
    await sharp(bytes, options).resize({ width: 64 }).raw().toBuffer()
    photo.isWhole = true
  } catch {
    // sharp's own words are English, and do not help whoever took the photograph.
  }
  return photo
}

const photos: DecodedPhoto[] = []
for (const file of JSON.parse(await text(process.stdin)) as string[])
  photos.push(await decode(file))
console.log(JSON.stringify(photos))
