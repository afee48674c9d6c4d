import { execFileSync } from 'node:child_process'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What pdf.js reads of a page: its text, and the text outside any tag or artifact. */
export interface PageText {
  text: string
  artifacts: string[]
  unmarked: string[]
  /** The lowest text: its height above the page's edge in points, and whether it is a heading. */
  foot: { height: number; heading: boolean }
}

interface Node {
  id?: string
  role?: string
  children?: Node[]
}

const contentIds = (node: Node | null): string[] =>
  node ? [node.id ?? [], ...(node.children ?? []).map(contentIds)].flat() : []

const headings = (node: Node | null): Node[] =>
  node && /^H\d$/.test(node.role ?? '') ? [node] : (node?.children ?? []).flatMap(headings)

/** Reads a PDF with pdf.js, as browsers do for searching and copying. */
export async function readPages(bytes: Uint8Array): Promise<PageText[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const pages: PageText[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const tree = (await page.getStructTree()) as Node | null
    const known = new Set(contentIds(tree))
    const ofHeadings = new Set(headings(tree).flatMap(contentIds))
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const foot = { height: Number.POSITIVE_INFINITY, heading: false }
    const read: PageText = { text: '', artifacts: [], unmarked: [], foot }
    // The tag of marked content exists, but not in the type definition.
    const marks: { tag?: string; id: string }[] = []
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') marks.pop()
        else marks.push(item)
        continue
      }
      read.text += item.str + (item.hasEOL ? '\n' : '')
      const { tag, id = '' } = marks.at(-1) ?? {}
      if (tag === 'Artifact') read.artifacts.push(item.str)
      else if (item.str.trim() && !known.has(id)) read.unmarked.push(item.str)
      else if (item.str.trim() && item.transform[5] < foot.height)
        Object.assign(foot, { height: item.transform[5], heading: ofHeadings.has(id) })
    }
    pages.push(read)
  }
  await loading.destroy()
  return pages
}

/** The text of a PDF file as poppler reads it. */
export const popplerText = (file: string): string =>
  execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
