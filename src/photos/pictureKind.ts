const brand = (names: string) => RegExp(`^.{4}ftyp(?:${names})`, 's')

/** How the bytes of each kind begin, read as Latin-1. */
const kinds = [
  ['JPEG', /^\xff\xd8\xff/],
  ['PNG', /^\x89PNG/],
  ['HEIC', brand('hei[cmsx]|hev[cmsx]|mif1|msf1')],
  ['AVIF', brand('avi[fs]')],
  ['WebP', /^RIFF.{4}WEBP/s],
  ['GIF', /^GIF8/],
  ['TIFF', /^(?:II\*|MM\0)/],
  ['BMP', /^BM/],
  ['PDF', /^%PDF/],
] as const

/** What kinds of picture a file may be, by their names in messages. */
export type PictureKind = (typeof kinds)[number][0]

/** The kind of picture in a file, told by its first bytes whatever its name; undefined if it is none that is known. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return kinds.find(([, beginning]) => beginning.test(start))?.[0]
}
