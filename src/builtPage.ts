import { parseHTML } from 'linkedom'

/** A page as Astro wrote it, read and parsed once for all that looks at it. */
export interface BuiltPage {
  /** Path below the site's folder, with forward slashes. */
  file: string
  html: string
  /** The same page, to be read only: what is written back is `html`. */
  document: Document
}

/** Parses one page. */
export const parsePage = (file: string, html: string): BuiltPage => ({
  file,
  html,
  document: parseHTML(html).document,
})
