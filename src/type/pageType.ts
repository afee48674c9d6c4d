import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CutFont, openFont } from './openFont.ts'

/** Elements set in the heading face (700), and those set in the numeral face (400). */
export const headingSelector =
  ':is(h1, h2):not(.headline), .fact data, .slogan, .line h3, .upright b, .margin-note .n'
export const numeralSelector =
  '.num, .big, .n, .y, .line .ch, .upright span, .kicker[data-generated], svg .n'

const options = {
  targetFormat: 'woff2' as const,
  // What Han headings can use: upright marks in vertical lines, closed-up punctuation, kerning. The other features
  // would each bring a second drawing of a sixth of the glyphs.
  keepFeatures: ['vert', 'kern', 'halt', 'chws', 'vhal', 'vchw'],
  noHinting: true,
  // Variations there are none of, the grid of old screens, a baseline other than the Latin one.
  dropTables: ['STAT', 'gasp', 'prep', 'BASE'],
}

/** The distinct characters, sorted, of the elements that match; a space is always among them. */
export function glyphsOf(document: Document, selector: string): string {
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
 * The page with the stylesheet it names at `type/` replaced by that stylesheet itself, its fonts at the same
 * address and its hash in the policy: a request fewer before text and fonts can be shown.
 */
export function inlinePageType(html: string, css: (folder: string) => string): string {
  const link = /<link rel="stylesheet" href="([^"]*\/type\/)[^"]*">/.exec(html)
  const policy = "style-src 'self'"
  if (!link || !html.includes(policy)) throw new Error('页面没有 type/ 的样式链接或内容安全策略')
  const style = css(link[1] ?? '')
  const hash = createHash('sha256').update(style).digest('base64')
  return html
    .replace(link[0], () => `<style>${style}</style>`)
    .replace(policy, () => `${policy} 'sha256-${hash}'`)
}

/** The characters that a page sets in the serif, by weight. */
export type PageGlyphs = Record<400 | 700, string>

/** What a page needs of the two faces. */
export const pageGlyphs = (document: Document): PageGlyphs => ({
  400: glyphsOf(document, numeralSelector),
  700: glyphsOf(document, headingSelector),
})

/**
 * What gives a page of a site, of whose pages `all` are the glyphs, the two fonts that hold only the ones it sets; they
 * are written into `type/` of the site, named by their content, from the fonts in a folder.
 */
export function openPageType(
  all: readonly PageGlyphs[],
  fonts: string,
  site: string,
): (html: string, glyphs: PageGlyphs) => Promise<string> {
  mkdirSync(join(site, 'type'), { recursive: true })
  const open = (weight: 400 | 700) =>
    openFont(join(fonts, `noto-serif-sc-${weight}.woff2`), all.map((each) => each[weight]).join(''))
  const write = async (weight: 400 | 700, cut: CutFont, glyphs: PageGlyphs) => {
    const bytes = await cut(glyphs[weight], options)
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const file = `${weight}-${digest}.woff2`
    writeFileSync(join(site, 'type', file), bytes)
    return file
  }
  const [light, bold] = [open(400), open(700)]
  return async (html, glyphs) => {
    const heading = await write(700, bold, glyphs)
    const numeral = await write(400, light, glyphs)
    return inlinePageType(
      html,
      (type) => face('Page Serif', 700, type + heading) + face('Page Numeral', 400, type + numeral),
    )
  }
}
