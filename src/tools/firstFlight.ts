import { brotliCompressSync } from 'node:zlib'

/** What a server sends before it waits for an answer, ten packets of 1,460 bytes, less the head of the response. */
const firstFlight = 14_200

/** Whether a page comes compressed in one round trip, so that one more request for it would cost more than it saves. */
export const fitsFirstFlight = (html: string): boolean =>
  brotliCompressSync(html).length <= firstFlight
