import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { markArtifacts } from './markArtifacts.ts'
import { titleOutline } from './outline.ts'
import { renumberIds } from './renumberIds.ts'

/** A PDF's metadata: no author, and no date that the publisher has not given. */
export interface Description {
  title: string
  subject: string
  keywords: string
  language: string
  /** Every heading in order, for the outline. */
  headings: readonly string[]
}

/**
 * A printed PDF with its metadata set, decorations marked as artifacts, and every trace of the printing time removed,
 * so that equal prints give equal bytes.
 */
export async function finishPdf(printed: Uint8Array, description: Description) {
  const document = await PDFDocument.load(printed, { updateMetadata: false })
  const { context, catalog } = document
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  for (const key of ['Author', 'Creator', 'CreationDate', 'ModDate']) info.delete(PDFName.of(key))
  document.setTitle(description.title, { showInWindowTitleBar: true })
  document.setSubject(description.subject)
  info.set(PDFName.of('Keywords'), PDFHexString.fromText(description.keywords))
  document.setLanguage(description.language)
  catalog.delete(PDFName.of('Metadata'))
  titleOutline(document, description.headings)
  renumberIds(document)
  markArtifacts(document)

  // Without one, the identifier is computed from the content.
  context.trailerInfo.ID = undefined
  const bytes = await document.save({ addDefaultPage: false, updateFieldAppearances: false })
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const id = PDFArray.withContext(context)
  for (let copy = 0; copy < 2; copy++) id.push(PDFHexString.of(digest))
  context.trailerInfo.ID = id
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}
