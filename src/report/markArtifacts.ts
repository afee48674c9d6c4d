import {
  decodePDFRawStream,
  PDFArray,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'

const tokens =
  /%[^\r\n]*|\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[\da-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/gi
const operator = /^[a-z]+[01]?\*?$|^['"]$/i
const operand = /^(true|false|null)$/

/**
 * Wraps everything in a page's content stream that is painted outside marked content as an artifact. Marks may only
 * stand between whole objects, so each text, painted path or form is wrapped on its own.
 */
export function wrapUnmarked(content: string): string {
  const wrapped: string[] = []
  let written = 0
  let depth = 0
  let first: number | undefined
  let object: number | undefined
  const wrap = (from: number, to: number) => {
    wrapped.push(content.slice(written, from), '/Artifact BMC\n', content.slice(from, to), '\nEMC')
    written = to
  }
  for (const { 0: token, index } of content.matchAll(tokens)) {
    if (token.startsWith('%')) continue
    first ??= index
    if (!operator.test(token) || operand.test(token)) continue
    const end = index + token.length
    if (/^(BDC|BMC)$/.test(token)) depth++
    else if (token === 'EMC') depth--
    else if (/^(BT|m|re)$/.test(token)) object ??= depth === 0 ? first : undefined
    else if (token === 'n') object = undefined
    else if (/^(ET|S|s|[fF]|[fbB]\*?|B)$/.test(token)) {
      if (object !== undefined) wrap(object, end)
      object = undefined
    } else if (/^(Do|sh)$/.test(token) && depth === 0) wrap(first, end)
    first = undefined
  }
  return wrapped.join('') + content.slice(written)
}

/**
 * Marks what Chromium paints outside the structure (running heads, page numbers, text hidden from screen readers,
 * rules) as artifacts, which screen readers skip.
 */
export function markArtifacts(document: PDFDocument): void {
  const { context } = document
  for (const { node } of document.getPages()) {
    const contents = node.get(PDFName.of('Contents'))
    const found = context.lookup(contents)
    const streams = found instanceof PDFArray ? found.asArray() : [contents]
    const content = streams
      .map((stream) => context.lookup(stream))
      .map((stream) =>
        stream instanceof PDFRawStream
          ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
          : '',
      )
      .join('\n')
    const marked = context.flateStream(Buffer.from(wrapUnmarked(content), 'latin1'))
    node.set(PDFName.of('Contents'), context.register(marked))
    for (const stream of streams) if (stream instanceof PDFRef) context.delete(stream)
  }
}
