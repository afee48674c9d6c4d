const signature = Buffer.from('PK\x01\x02', 'latin1')

/** The checksum (CRC-32) that the directory of a zip archive gives for each of its files; of files of one name the last. */
export function zipChecksums(bytes: Uint8Array): Map<string, number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const checksums = new Map<string, number>()
  // The directory is at the end: what looks like an entry before it is overwritten, or is no name of the archive.
  for (let at = buffer.indexOf(signature); at >= 0; at = buffer.indexOf(signature, at + 1)) {
    if (at + 46 > buffer.length) break
    const name = buffer.toString('utf8', at + 46, at + 46 + buffer.readUInt16LE(at + 28))
    checksums.set(name, buffer.readUInt32LE(at + 16))
  }
  return checksums
}
