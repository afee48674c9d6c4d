import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CutFont, openFont } from './openFont.ts'

/** The elements set in the heading font (700), and those set in the numeral font (400). */
export const headingSelector =
  ':is(h1, h2):not(.headline), .fact data, .slogan, .line h3, .upright b, .margin-note .n'
export const numeralSelector =
  '.num, .big, .n, .y, .line .ch, .upright span, .kicker[data-generated], svg .n'

const options = {
  targetFormat: 'woff2' as const,
  // The features that Chinese headings use: vertical forms, closed-up punctuation, kerning. Others would add
  // alternative drawings for a sixth of the glyphs.
  keepFeatures: ['vert', 'kern', 'halt', 'chws', 'vhal', 'vchw'],
  noHinting: true,
  // Tables that are not needed: variations, hinting for old screens, non-Latin baselines.
  dropTables: ['STAT', 'gasp', 'prep', 'BASE'],
}

/** The distinct characters of the matching elements, sorted; always includes a space. */
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
 * Replaces a page's link to a stylesheet in `type/` with the stylesheet itself and adds its hash to the policy, which
 * saves a request before text and fonts can be shown.
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

/** The characters that a page sets in the serif fonts, by weight. */
export type PageGlyphs = Record<400 | 700, string>

/** The characters that a page needs of the two fonts. */
export const pageGlyphs = (document: Document): PageGlyphs => ({
  400: glyphsOf(document, numeralSelector),
  700: glyphsOf(document, headingSelector),
})

/**
 * A function that gives a page those of the two fonts that it uses, with only its characters. `all` are the characters of every page
 * of the site; the fonts are read from a folder and written into the site's `type/`, named by their contents.
 */
export function openPageType(
  all: readonly PageGlyphs[],
  fonts: string,
  site: string,
): (html: string, glyphs: PageGlyphs) => Promise<string> {
  mkdirSync(join(site, 'type'), { recursive: true })
  const open = (weight: 400 | 700) =>
    openFont(join(fonts, `noto-serif-sc-${weight}.woff2`), all.map((each) => each[weight]).join(''))
  const declare = async (family: string, weight: 400 | 700, cut: CutFont, glyphs: PageGlyphs) => {
    // Browsers refuse a font that draws nothing.
    if (glyphs[weight].trim() === '') return () => ''
    const bytes = await cut(glyphs[weight], options)
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const file = `${weight}-${digest}.woff2`
    writeFileSync(join(site, 'type', file), bytes)
    return (type: string) => face(family, weight, type + file)
  }
  const [light, bold] = [open(400), open(700)]
  return async (html, glyphs) => {
    const heading = await declare('Page Serif', 700, bold, glyphs)
    const numeral = await declare('Page Numeral', 400, light, glyphs)
    return inlinePageType(html, (type) => heading(type) + numeral(type))
  }
}
