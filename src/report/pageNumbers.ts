import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

/** The page, counted from 1, of a destination (`[page /XYZ …]`); undefined if it has none. */
export function pageOf(document: PDFDocument, destination: PDFObject | undefined) {
  const array = destination instanceof PDFDict ? destination.lookup(PDFName.of('D')) : destination
  if (!(array instanceof PDFArray)) return undefined
  const pages = document.getPages().map((page) => page.ref)
  return pages.indexOf(array.get(0) as PDFRef) + 1 || undefined
}

function* leaves(node: PDFDict): Generator<[string, PDFObject | undefined]> {
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
  for (let at = 0; at < (kids?.size() ?? 0); at++) yield* leaves(kids?.lookup(at) as PDFDict)
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)
  for (let at = 0; at + 1 < (names?.size() ?? 0); at += 2) {
    const name = names?.lookup(at)
    if (name instanceof PDFString || name instanceof PDFHexString)
      yield [name.decodeText(), names?.lookup(at + 1)]
  }
}

/** The page of every named destination of a PDF, to which its internal links lead. */
export function pageNumbers(document: PDFDocument): Map<string, number> {
  const old = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const tree = document.catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const named = [
    ...(old?.keys() ?? []).map((key) => [key.decodeText(), old?.lookup(key)] as const),
    ...(tree ? leaves(tree) : []),
  ]
  return new Map(
    named.flatMap(([name, destination]) => {
      const page = pageOf(document, destination)
      return page === undefined ? [] : [[name, page]]
    }),
  )
}
