import { createHash } from 'node:crypto'
import { transform } from 'lightningcss'

/** The words inside the string literals of a script: whatever class it can give an element is among them. */
export const literalWords = (script: string): string[] =>
  [...script.matchAll(/[`"']([^`"']*)[`"']/g)].flatMap(
    ([, literal = '']) => literal.match(/[\w-]+/g) ?? [],
  )

/**
 * The page whose inline styles keep only rules for classes that it has or a script can give it; each changed
 * style's hash is added to the policy. Styles are shared by many pages, and what a page does not use comes before
 * anything of it can be shown.
 */
export function usedStyles(html: string, scriptWords: ReadonlySet<string>): string {
  const own = new Set(
    [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  )
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].reduce((page, [, css = '']) => {
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
    return page
      .replace(css, () => kept)
      .replace("style-src 'self'", () => `style-src 'self' 'sha256-${hash}'`)
  }, html)
}
