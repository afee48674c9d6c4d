import { parseHTML } from 'linkedom'

/** A built HTML page, read and parsed once and shared by every later step. */
export interface BuiltPage {
  /** Path below the site's folder, with forward slashes. */
  file: string
  html: string
  /** The parsed HTML. Only to be read: what is written back is `html`. */
  document: Document
}

/** Parses one page. */
export const parsePage = (file: string, html: string): BuiltPage => ({
  file,
  html,
  document: parseHTML(html).document,
})
