import { domainToUnicode } from 'node:url'
import { fontCharacters } from './fontCharacters.ts'

/** An address as people read it from paper and type it: in its own letters, or as it is where no font has them. */
export function readableAddress(address: string): string {
  const { hostname } = new URL(address)
  const read = decodeURI(address.replace(hostname, domainToUnicode(hostname)))
  const isDrawn = [...read].every((letter) => fontCharacters().has(letter.codePointAt(0) as number))
  return isDrawn ? read : address
}
