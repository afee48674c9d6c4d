import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFString } from '@cantoo/pdf-lib'

type Place = { text: string; put(value: PDFString): void }

function* idsIn(object: PDFObject): Generator<Place> {
  const parts: [PDFObject, (value: PDFString) => void][] =
    object instanceof PDFDict
      ? object.entries().map(([key, value]) => [value, (id) => object.set(key, id)])
      : object instanceof PDFArray
        ? object.asArray().map((value, at) => [value, (id) => object.set(at, id)])
        : []
  for (const [value, put] of parts) {
    if (value instanceof PDFString) {
      const text = value.asString()
      if (/^node\d+$/.test(text)) yield { text, put }
    } else yield* idsIn(value)
  }
}

/**
 * Numbers the ids of the structure tree from 1. Chromium takes them from a counter of its process, which would be the
 * only difference between two prints of a page.
 */
export function renumberIds(document: PDFDocument): void {
  const places = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => [...idsIn(object)])
  const order = [...new Set(places.map(({ text }) => text))].sort()
  const renamed = new Map(order.map((text, at) => [text, `node${String(at + 1).padStart(8, '0')}`]))
  for (const { text, put } of places) put(PDFString.of(renamed.get(text) ?? text))
}
