import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { type Photo, photoPath } from '../schemas/photo.ts'
import { kept } from '../store/buildStore.ts'

/** How a photograph is laid out, by its shape. */
export type PhotoShape = 'landscape' | 'portrait' | 'panorama'

/** The formats of a photograph's sizes, best first; every browser that the site supports reads the last. */
export const photoFormats = ['avif', 'webp', 'jpg'] as const
type PhotoFormat = (typeof photoFormats)[number]

/** Widths in px: a phone's, a tablet's and a desktop's column, at one, two and three pixels to the CSS pixel. */
const steps = [480, 720, 960, 1280, 1920, 2560]

/** The width of the size that browsers without AVIF and WebP are given, px. */
const plainWidth = 960

/** The shape of a photograph; one twice as wide as high, or more, is a panorama. */
export function photoShape({ width, height }: Photo): PhotoShape {
  if (height > width) return 'portrait'
  return width >= 2 * height ? 'panorama' : 'landscape'
}

/** The size of the large picture in px: for a whole screen, or for print; never larger than the photograph. */
export function largeSize(photo: Photo): { width: number; height: number } {
  const widest = photoShape(photo) === 'panorama' ? 3840 : 1920
  const scale = Math.min(1, widest / photo.width, 1920 / photo.height)
  return { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) }
}

/** The widths of a photograph's sizes in px, ascending; never wider than the large picture. */
function widthsOf(photo: Photo, format: PhotoFormat): number[] {
  const { width } = largeSize(photo)
  const widest = Math.min(width, Math.max(...steps))
  if (format === 'jpg') return [Math.min(plainWidth, widest)]
  return [...steps.filter((step) => step < widest), widest]
}

const sizePath = ({ caption }: Photo, width: number, format: PhotoFormat) =>
  photoPath(caption).replace(/\.jpg$/, `.${width}.${format}`)

/** The sizes of a photograph in a format, with their paths below the address of the edition. */
export const sizesOf = (photo: Photo, format: PhotoFormat): { path: string; width: number }[] =>
  widthsOf(photo, format).map((width) => ({ path: sizePath(photo, width, format), width }))

/** A file to be made of a photograph. */
export interface PhotoSize {
  path: string
  width: number
  format: PhotoFormat
}

/** Every file that is made of a photograph. */
export const allSizes = (photo: Photo): PhotoSize[] => [
  ...photoFormats.flatMap((format) => sizesOf(photo, format).map((size) => ({ ...size, format }))),
  { path: photoPath(photo.caption), width: largeSize(photo).width, format: 'jpg' },
]

const background = '#fff'

/**
 * A photograph upright and in sRGB, ready to be resized. sharp writes pixels only: no Exif, GPS, XMP or profile goes
 * over to what it makes.
 */
export const uprightPhoto = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { failOn: 'truncated', limitInputPixels: false })
    .autoOrient()
    .flatten({ background })

/** AVIF of effort 2 takes a tenth of the time of sharp's own choice, 4, and is no larger on photographs. */
const encode: Record<PhotoFormat, (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 52, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 76 }),
  jpg: (picture) => picture.jpeg({ quality: 80, mozjpeg: true }),
}

/** One size of a photograph, from the store if it was made before. */
export function drawPhoto(
  { file }: Photo,
  { width, format }: PhotoSize,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = readFileSync(file)
  return kept('photo', [bytes, width, format], () =>
    encode[format](uprightPhoto(bytes).resize({ width }).toColourspace('srgb')).toBuffer(),
  )
}
