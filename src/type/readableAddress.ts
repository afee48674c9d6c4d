import { domainToUnicode } from 'node:url'
import { fontCharacters } from './fontCharacters.ts'

/** An address for people to read on paper and type: decoded, or encoded if the fonts lack its characters. */
export function readableAddress(address: string): string {
  const { hostname } = new URL(address)
  const read = decodeURI(address.replace(hostname, domainToUnicode(hostname)))
  const isDrawn = [...read].every((letter) => fontCharacters().has(letter.codePointAt(0) as number))
  return isDrawn ? read : address
}
