import { palette } from './palette.ts'
import { rasterize } from './rasterize.ts'

const paper = `<rect width="100%" height="100%" fill="${palette.paper}"/>`

/**
 * The site's icon at a size in px, as PNG; a maskable icon keeps the mark inside the circle that home screens may cut
 * out.
 */
export function drawIcon(
  mark: string,
  size: number,
  maskable = false,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!maskable) return rasterize(mark, size)
  const inside = Buffer.from(mark).toString('base64')
  return rasterize(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${paper}<image x="3.2" y="3.2" width="25.6" height="25.6" href="data:image/svg+xml;base64,${inside}"/></svg>`,
    size,
  )
}

/** A PNG of at most 255 px as an .ico file. */
export function wrapIco(png: Uint8Array, size: number): Uint8Array {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.writeUInt8(size, 6)
  header.writeUInt8(size, 7)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(header.length, 18)
  return Buffer.concat([header, png])
}

/** The icon files of `public/`, and how each is drawn. */
export const icons = [
  { file: 'apple-touch-icon.png', size: 180, maskable: false },
  { file: 'icon-192.png', size: 192, maskable: false },
  { file: 'icon-512.png', size: 512, maskable: false },
  { file: 'icon-maskable-512.png', size: 512, maskable: true },
  { file: 'favicon.ico', size: 32, maskable: false },
] as const
