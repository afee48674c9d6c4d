/** What the files of a full-text index are made of. */
export type Value = number | string | Value[]

const text = new TextDecoder()
const [unsigned, negative, string, array] = [0, 1, 3, 4]

/** Reads CBOR (RFC 8949) of whole numbers, texts and lists, which is all that Pagefind writes; throws for anything else. */
export function readCbor(bytes: Uint8Array): Value {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const number = (short: number): number => {
    if (short < 24) return short
    const width = 1 << (short - 24)
    at += width
    if (width === 1) return view.getUint8(at - width)
    if (width === 2) return view.getUint16(at - width)
    if (width === 4) return view.getUint32(at - width)
    throw new Error('检索索引的格式不对')
  }
  const value = (): Value => {
    const head = view.getUint8(at++)
    const kind = head >> 5
    const size = number(head & 31)
    if (kind === unsigned) return size
    if (kind === negative) return -1 - size
    if (kind === string) {
      at += size
      return text.decode(bytes.subarray(at - size, at))
    }
    if (kind !== array) throw new Error('检索索引的格式不对')
    const list: Value[] = []
    while (list.length < size) list.push(value())
    return list
  }
  return value()
}
