import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib'

/** An element of a PDF's structure tree, with its attributes and its children. */
export interface StructureElement {
  role: string
  element: PDFDict
  children: StructureElement[]
}

/** The structure tree of a tagged PDF, without content; undefined if the PDF is not tagged. */
export function readStructure(document: PDFDocument): StructureElement | undefined {
  const read = (node: PDFObject | undefined): StructureElement | undefined => {
    if (!(node instanceof PDFDict)) return undefined
    const kids = node.lookup(PDFName.of('K'))
    const role = node.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText()
    if (role === undefined && !node.has(PDFName.of('ParentTree'))) return undefined
    const list = kids instanceof PDFArray ? kids.asArray().map((_, at) => kids.lookup(at)) : [kids]
    return {
      role: role ?? 'Root',
      element: node,
      children: list.map(read).filter((child) => child !== undefined),
    }
  }
  return read(document.catalog.lookup(PDFName.of('StructTreeRoot')))
}

/** Every element below one, including itself. */
export function* within(element: StructureElement): Generator<StructureElement> {
  yield element
  for (const child of element.children) yield* within(child)
}
