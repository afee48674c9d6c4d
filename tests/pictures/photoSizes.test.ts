import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { allSizes, drawPhoto, photoShape } from '../../src/pictures/photoSizes.ts'
import type { Photo } from '../../src/schemas/photo.ts'

/** A file as the checks hand it on. */
async function photograph(picture: Sharp, ending = 'jpg'): Promise<Photo> {
  const folder = mkdtempSync(join(tmpdir(), 'photo-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, `a.${ending}`)
  writeFileSync(file, await picture.toBuffer())
  const { autoOrient } = await sharp(file).metadata()
  return { caption: 'a', file, ...autoOrient }
}

const plain = (width: number, height: number, background: string | object = '#a32a1c') =>
  sharp({ create: { width, height, channels: 3, background: background as string } })

const large = (photo: Photo) => {
  const size = allSizes(photo).find(({ path }) => path === 'photos/a.jpg')
  if (!size) throw new Error('a photograph has a large picture')
  return drawPhoto(photo, size)
}
const colourOf = async (bytes: Uint8Array) => [
  ...(await sharp(bytes).raw().toBuffer()).subarray(0, 3),
]

test.each([
  [1200, 800, 'landscape'],
  [1000, 1000, 'landscape'],
  [800, 1200, 'portrait'],
  [2400, 1200, 'panorama'],
])('%i × %i is laid out as a %s', (width, height, shape) => {
  expect(photoShape({ caption: 'a', file: 'a.jpg', width, height })).toBe(shape)
})

test('every size holds what its name says, and none is larger than the photograph', async () => {
  const photo = await photograph(plain(1000, 700).jpeg())
  const sizes = allSizes(photo)
  expect(sizes.map(({ path }) => path)).toEqual([
    'photos/a.480.avif',
    'photos/a.720.avif',
    'photos/a.960.avif',
    'photos/a.1000.avif',
    'photos/a.480.webp',
    'photos/a.720.webp',
    'photos/a.960.webp',
    'photos/a.1000.webp',
    'photos/a.960.jpg',
    'photos/a.jpg',
  ])
  for (const size of sizes) {
    const { format, compression, width, height } = await sharp(
      await drawPhoto(photo, size),
    ).metadata()
    expect(compression === 'av1' ? 'avif' : format).toBe(size.format.replace('jpg', 'jpeg'))
    expect(width).toBe(size.width)
    expect(height).toBe(Math.round((size.width * 7) / 10))
  }
})

test('a panorama wider than WebP can hold is made smaller in every format', async () => {
  const photo = await photograph(plain(17_000, 3000).jpeg())
  for (const size of allSizes(photo)) expect(size.width, size.path).toBeLessThanOrEqual(3840)
  const webp = allSizes(photo).findLast(({ format }) => format === 'webp')
  if (!webp) throw new Error('there is a WebP')
  expect(await sharp(await drawPhoto(photo, webp)).metadata()).toMatchObject({
    format: 'webp',
    width: 2560,
  })
})

const turned = (pixels: Buffer, degrees: number) => sharp(pixels).rotate(degrees)

test.each<[string, number, (pixels: Buffer) => Sharp | Promise<Sharp>]>([
  ['upright', 1, (pixels) => sharp(pixels)],
  ['on its head', 3, (pixels) => turned(pixels, 180)],
  ['mirrored', 5, async (pixels) => sharp(await turned(pixels, 90).png().toBuffer()).flop()],
  ['on its right side', 6, (pixels) => turned(pixels, 270)],
  ['on its left side', 8, (pixels) => turned(pixels, 90)],
])('a photograph taken %s stands upright', async (_how, orientation, lay) => {
  const corner = { input: await plain(40, 40).png().toBuffer(), left: 0, top: 0 }
  const upright = await plain(300, 200, '#ffffff').composite([corner]).png().toBuffer()
  const lying = await lay(upright)
  const photo = await photograph(lying.jpeg({ quality: 95 }).withMetadata({ orientation }))
  expect([photo.width, photo.height]).toEqual([300, 200])
  const bytes = await large(photo)
  const metadata = await sharp(bytes).metadata()
  expect([metadata.width, metadata.height, metadata.orientation]).toEqual([300, 200, undefined])
  const [red = 0, green = 255] = await colourOf(bytes)
  expect(red).toBeGreaterThan(120)
  expect(green).toBeLessThan(90)
})

test('the colours of four inks, of sixteen bits and of a transparent ground are those of the screen', async () => {
  const inks = await photograph(plain(900, 600).toColourspace('cmyk').jpeg())
  const deep = await photograph(plain(900, 600).toColourspace('rgb16').png(), 'png')
  const clear = await photograph(
    sharp({ create: { width: 900, height: 600, channels: 4, background: '#a32a1c00' } }).png(),
    'png',
  )
  for (const photo of [inks, deep, clear]) {
    const bytes = await large(photo)
    expect(await sharp(bytes).metadata()).toMatchObject({
      space: 'srgb',
      channels: 3,
      depth: 'uchar',
    })
    const [red = 0, green = 0, blue = 0] = await colourOf(bytes)
    const wanted = photo === clear ? [255, 255, 255] : [163, 42, 28]
    // What ink can print is less red than what a screen can show.
    expect(Math.abs(red - (wanted[0] ?? 0))).toBeLessThan(30)
    expect(Math.abs(green - (wanted[1] ?? 0))).toBeLessThan(30)
    expect(Math.abs(blue - (wanted[2] ?? 0))).toBeLessThan(40)
  }
})
