import { readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { kept } from '../store/buildStore.ts'
import { filesBelow } from './siteFiles.ts'

/**
 * Brotli quality by file extension. 11 takes more than twice the time of 10 for two per cent; 9 takes a tenth of it and
 * is seven per cent larger, which is enough for downloads.
 */
const qualities: Record<string, number> = {
  '.html': 10,
  '.js': 10,
  '.css': 10,
  '.json': 10,
  '.csv': 9,
  '.geojson': 9,
  '.svg': 9,
  '.txt': 9,
  '.webmanifest': 9,
  '.xml': 9,
}

/** The window is as large as the file, within these bits: a page gains almost nothing by more than 64 kB, the text of search much. */
const brotliWindowBits = { least: 16, most: 18 }

/** Files smaller than this are not worth compressing, in bytes. */
const minBytes = 200

const brotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

const compressBrotli = (bytes: Uint8Array, quality: number) =>
  brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(
        brotliWindowBits.most,
        Math.max(brotliWindowBits.least, Math.ceil(Math.log2(bytes.length))),
      ),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

/** Writes a `.br` and a `.gz` next to every text file below a folder, for servers that send precompressed files. */
export async function compressSite(site: string): Promise<void> {
  const waiting = filesBelow(site).filter((file) => qualities[extname(file)] !== undefined)
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const bytes = readFileSync(join(site, file))
      if (bytes.length < minBytes) continue
      const quality = qualities[extname(file)] ?? 0
      const put = (ending: string, packed: Uint8Array) =>
        writeFileSync(join(site, `${file}.${ending}`), packed)
      put('br', await kept('brotli', [bytes, quality], () => compressBrotli(bytes, quality)))
      put('gz', await kept('gzip', [bytes], () => toGzip(bytes, { level: 9 })))
    }
  }
  await Promise.all([work(), work()])
}
