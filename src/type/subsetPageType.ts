import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import subsetFont from 'subset-font'

/** Elements set in the heading face (700), and those set in the numeral face (400). */
export const headingSelector =
  ':is(h1, h2):not(.headline), .fact data, .slogan, .line h3, .steps a, .upright b, .margin-note .n'
export const numeralSelector =
  '.num, .big, .n, .y, .line .ch, .upright span, .kicker[data-generated], svg .n'

// What Han headings can use: upright marks in vertical lines, closed-up punctuation, kerning. The other features
// would each bring a second drawing of a sixth of the glyphs.
const keepFeatures = ['vert', 'kern', 'halt', 'chws', 'vhal', 'vchw']

// Variations there are none of, the grid of old screens, a baseline other than the Latin one.
const dropTables = ['STAT', 'gasp', 'prep', 'BASE']

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

/**
 * Gives every built page the two woff2 files that hold only the glyphs it sets in the serif; pages that
 * need the same glyphs share a file in `type/`.
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
    const bytes = await subsetFont(sources[weight], glyphs, {
      targetFormat: 'woff2',
      keepFeatures,
      noHinting: true,
      dropTables,
    })
    const file = `${weight}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.woff2`
    writeFileSync(join(folder, file), bytes)
    written.set(key, file)
    return file
  }

  for (const entry of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.html')) continue
    const path = join(dist, entry)
    const html = readFileSync(path, 'utf8')
    const heading = await subset(700, glyphsOf(html, headingSelector))
    const numeral = await subset(400, glyphsOf(html, numeralSelector))
    writeFileSync(
      path,
      inlinePageType(
        html,
        (type) =>
          face('Page Serif', 700, type + heading) + face('Page Numeral', 400, type + numeral),
      ),
    )
  }
}
