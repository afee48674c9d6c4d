import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { pageOf } from './pageNumbers.ts'

/** One entry of a PDF's outline. */
export interface OutlineItem {
  title: string
  /** 1 for a part, 2 for its sections, and so on. */
  level: number
  page: number | undefined
}

function* entries(parent: PDFDict, level = 1): Generator<{ entry: PDFDict; level: number }> {
  let entry = parent.lookupMaybe(PDFName.of('First'), PDFDict)
  while (entry) {
    yield { entry, level }
    yield* entries(entry, level + 1)
    entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
}

function outlineEntries(document: PDFDocument) {
  const root = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  return root ? [...entries(root)] : []
}

/** A PDF's outline in reading order. */
export function readOutline(document: PDFDocument): OutlineItem[] {
  return outlineEntries(document).map(({ entry, level }) => {
    const title = entry.lookup(PDFName.of('Title'))
    return {
      title: title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : '',
      level,
      page: pageOf(document, entry.lookup(PDFName.of('Dest'))),
    }
  })
}

/**
 * Sets the titles of an outline to the document's headings in order; throws if the two do not match. Chromium writes
 * the words of a heading twice if the heading begins a page.
 */
export function titleOutline(document: PDFDocument, headings: readonly string[]): void {
  const found = outlineEntries(document)
  if (found.length !== headings.length)
    throw new Error(`PDF 的书签有 ${found.length} 条，标题有 ${headings.length} 个`)
  for (const [index, { entry }] of found.entries())
    entry.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] as string))
}
