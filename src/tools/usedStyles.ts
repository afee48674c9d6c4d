import { createHash } from 'node:crypto'
import { transform } from 'lightningcss'

/** The words inside the string literals of a script: whatever class it can give an element is among them. */
export const literalWords = (script: string): string[] =>
  [...script.matchAll(/[`"']([^`"']*)[`"']/g)].flatMap(
    ([, literal = '']) => literal.match(/[\w-]+/g) ?? [],
  )

const inline = /<style>([\s\S]*?)<\/style>/g

/**
 * The page with its inline styles in one, which keeps only rules for classes that the page has or a script can give
 * it, and is named in the policy. Styles are shared by many pages, and what a page does not use comes before anything
 * of it can be shown.
 */
export function usedStyles(html: string, scriptWords: ReadonlySet<string>): string {
  const own = new Set(
    [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  )
  const css = [...html.matchAll(inline)].map(([, style = '']) => style).join('')
  const unusedSymbols = [...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)]
    .map(([, name = '']) => name)
    .filter((name) => !own.has(name) && !scriptWords.has(name))
  const code = Buffer.from(css)
  const kept = transform({
    filename: 'page.css',
    code,
    minify: true,
    unusedSymbols,
  }).code.toString()
  const hash = createHash('sha256').update(kept).digest('base64')
  let place = 0
  return html
    .replace(inline, () => (place++ === 0 ? `<style>${kept}</style>` : ''))
    .replace("style-src 'self'", () => `style-src 'self' 'sha256-${hash}'`)
}
