import { crc32 } from 'node:zlib'

/** The end of a PNG's header: signature and IHDR chunk. */
const headerEnd = 8 + 25

/** A PNG with its density in px per metre, so that programs print it at its real size. */
export function stateDensity(png: Uint8Array, perMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = Buffer.alloc(21)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  chunk.writeUInt32BE(perMetre, 8)
  chunk.writeUInt32BE(perMetre, 12)
  chunk.writeUInt8(1, 16)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return new Uint8Array(Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]))
}
