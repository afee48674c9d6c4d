import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import subsetFont from 'subset-font'
import { pageSlug } from '../layouts/pageSlug.ts'

/** Elements set in the heading face (700), and those set in the numeral face (400). */
export const headingSelector =
  'h1, h2:not(.headline), .fact data, .slogan, .line h3, .steps a, .upright b, .margin-note .n'
export const numeralSelector =
  '.num, .big, .n, .y, .line .ch, .upright span, .kicker[data-generated], svg .n'

/** The distinct characters, sorted, of the elements that match; a space is always among them. */
export function glyphsOf(html: string, selector: string): string {
  const { document } = parseHTML(html)
  const text = [...document.querySelectorAll(selector)]
    .map((element) => element.textContent ?? '')
    .join('')
  const notes = [...document.querySelectorAll('[data-note]')]
    .map((element) => element.getAttribute('data-note'))
    .join('')
  return [...new Set(` ${text.replace(/\s/g, '')}${notes}`)].sort().join('')
}

const face = (family: string, weight: number, file: string) =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${file}) format("woff2")}`

/**
 * Writes, for every built page, `type/<page>.css` and the two woff2 files it names, each holding only
 * the glyphs that page sets in the serif; pages that need the same glyphs share a file.
 */
export async function subsetPageType(dist: string, fonts: string): Promise<void> {
  const sources = {
    400: readFileSync(join(fonts, 'noto-serif-sc-400.woff2')),
    700: readFileSync(join(fonts, 'noto-serif-sc-700.woff2')),
  }
  const folder = join(dist, 'type')
  mkdirSync(folder, { recursive: true })
  const written = new Map<string, string>()

  const subset = async (weight: 400 | 700, glyphs: string) => {
    const key = `${weight}${glyphs}`
    const known = written.get(key)
    if (known) return known
    const bytes = await subsetFont(sources[weight], glyphs, { targetFormat: 'woff2' })
    const file = `${weight}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.woff2`
    writeFileSync(join(folder, file), bytes)
    written.set(key, file)
    return file
  }

  for (const entry of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.html')) continue
    const html = readFileSync(join(dist, entry), 'utf8')
    const slug = pageSlug(entry.replaceAll('\\', '/'), '/')
    const heading = await subset(700, glyphsOf(html, headingSelector))
    const numeral = await subset(400, glyphsOf(html, numeralSelector))
    writeFileSync(
      join(folder, `${slug}.css`),
      face('Page Serif', 700, heading) + face('Page Numeral', 400, numeral),
    )
  }
}
