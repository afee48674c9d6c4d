import { createHash } from 'node:crypto'
import { tokenizer, tokTypes } from 'acorn'
import { transform } from 'lightningcss'

/** The words in the strings of a script: whatever class it can give an element is among them. */
export const stringWords = (script: string): string[] =>
  [...tokenizer(script, { ecmaVersion: 'latest', sourceType: 'module' })].flatMap(
    ({ type, start, end }) =>
      type === tokTypes.string || type === tokTypes.template
        ? (script.slice(start, end).match(/[\w-]+/g) ?? [])
        : [],
  )

const classes = /\sclass=(?:"([^"]*)"|'([^']*)')/g

const inline = /<style>([\s\S]*?)<\/style>/g

/**
 * The page with its inline styles in one, which keeps only rules for classes that the page has or a script can give
 * it, and is named in the policy. Styles are shared by many pages, and what a page does not use comes before anything
 * of it can be shown.
 */
export function usedStyles(html: string, given: ReadonlySet<string>): string {
  const own = new Set(
    [...html.matchAll(classes)].flatMap(([, double, single]) =>
      (double ?? single ?? '').split(/\s+/),
    ),
  )
  const css = [...html.matchAll(inline)].map(([, style = '']) => style).join('')
  // The minifier does not tell a class from an id or an animation of the same name.
  const named = new Set(
    [...css.matchAll(/(?:#|@keyframes\s+)([\w-]+)/g)].map(([, name = '']) => name),
  )
  const unusedSymbols = [...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)]
    .map(([, name = '']) => name)
    .filter((name) => !own.has(name) && !given.has(name) && !named.has(name))
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
