import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseHTML } from 'linkedom'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const year = '2025'

function mainOf(file: string): Element {
  if (!existsSync(join(dist, file))) throw new Error(`没有 dist/${file}，请先运行 npm run build`)
  const main = parseHTML(readFileSync(join(dist, file), 'utf8')).document.querySelector('main')
  if (!main) throw new Error(`dist/${file} 没有 <main>`)
  return main as unknown as Element
}

/** Text without any white space, so that markup and line breaks make no difference. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '')

/** The text of an element without the parts that the selector matches, and without white space. */
export function textWithout(element: Element, selector: string): string {
  const copy = element.cloneNode(true) as Element
  for (const part of copy.querySelectorAll(selector)) part.remove()
  return squeeze(copy.textContent ?? '')
}

const block = 'p, li, dt, dd, th, td, caption, figcaption, h1, h2, h3, h4, summary, div, section'

/** The texts of an element up to the end of each block, without drawings. */
export function blockTexts(element: Element): string[] {
  const copy = element.cloneNode(true) as Element
  for (const drawing of copy.querySelectorAll('svg')) drawing.remove()
  for (const each of copy.querySelectorAll(block)) each.append('\f')
  return (copy.textContent ?? '').split('\f').map(squeeze).filter(Boolean)
}

/** The `<main>` of a page of the edition, by its name in the coverage list; throws if it is not built. */
export function readPage(page: string): Element {
  if (page === 'edition') return mainOf(`${year}/index.html`)
  return mainOf(page === 'about' ? 'about/index.html' : `${year}/${page}/index.html`)
}

/** The searchable text of a page without its tables and white space. */
export function readProse(page: string): string {
  return textWithout(readPage(page), '[popover], svg, table, [data-search-ignore]')
}

/** The `<main>` of every built page, by file; throws if nothing is built. */
export function readAllPages(): Map<string, Element> {
  if (!existsSync(dist)) throw new Error('没有 dist，请先运行 npm run build')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => file.endsWith('.html')).sort()
  return new Map(pages.map((file) => [file, mainOf(file)]))
}
