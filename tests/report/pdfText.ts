import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'

const decode = (stream: unknown) =>
  stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    : ''

const characters = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** The characters of a font's glyphs, from its ToUnicode map. */
function glyphsOf(font: PDFDict): Map<number, string> {
  const glyphs = new Map<number, string>()
  const map = decode(font.lookup(PDFName.of('ToUnicode')))
  for (const [, body = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(Number.parseInt(glyph, 16), characters(text))
  for (const [, body = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++)
        glyphs.set(glyph, String.fromCharCode(Number.parseInt(text, 16) + glyph - first))
    }
  }
  return glyphs
}

/** The text of each page as it is painted, spaces left out. */
export function pageTexts(document: PDFDocument): string[] {
  const known = new Map<PDFDict, Map<number, string>>()
  return document.getPages().map(({ node }) => {
    const fonts = node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
    const contents = node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
    const content = streams.map((stream) => decode(document.context.lookup(stream))).join('\n')
    let glyphs = new Map<number, string>()
    let text = ''
    for (const [, name, hex, literal] of content.matchAll(
      /\/(\w+) [\d.]+ Tf|<([\da-f]+)> Tj|\(((?:\\.|[^\\()])*)\) Tj/gis,
    )) {
      if (name !== undefined) {
        const font = fonts?.lookup(PDFName.of(name), PDFDict)
        if (!font) continue
        glyphs = known.get(font) ?? glyphsOf(font)
        known.set(font, glyphs)
        continue
      }
      const bytes =
        hex === undefined ? PDFString.of(literal ?? '').asBytes() : PDFHexString.of(hex).asBytes()
      for (let at = 0; at + 1 < bytes.length; at += 2)
        text += glyphs.get((bytes[at] as number) * 256 + (bytes[at + 1] as number)) ?? ''
    }
    return text.replace(/\s/g, '')
  })
}
