import pixelmatch from 'pixelmatch'
import sharp from 'sharp'
import type { Picture } from './takePicture.ts'

/** How much two pictures differ, and a picture of the differences. */
export interface Difference {
  /** The number of different pixels, including those that only one picture has. */
  pixels: number
  /** Their share of the larger picture. */
  share: number
  picture: Picture
}

const same = (a: Picture, b: Picture) =>
  a.width === b.width && a.height === b.height && a.pixels.equals(b.pixels)

/** The picture on a transparent background of the given size. */
async function spread(picture: Picture, width: number, height: number): Promise<Buffer> {
  return sharp(picture.pixels, {
    raw: { width: picture.width, height: picture.height, channels: 4 },
  })
    .extend({
      right: width - picture.width,
      bottom: height - picture.height,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    })
    .raw()
    .toBuffer()
}

/** Compares two pictures pixel by pixel, including the smoothed edges of letters; undefined if they are identical. */
export async function comparePictures(a: Picture, b: Picture): Promise<Difference | undefined> {
  if (same(a, b)) return undefined
  const width = Math.max(a.width, b.width)
  const height = Math.max(a.height, b.height)
  const pixels = Buffer.alloc(width * height * 4)
  const [one, other] = await Promise.all([spread(a, width, height), spread(b, width, height)])
  const differing = pixelmatch(one, other, pixels, width, height, {
    includeAA: true,
    threshold: 0,
  })
  return {
    pixels: differing,
    share: differing / (width * height),
    picture: { width, height, pixels },
  }
}
