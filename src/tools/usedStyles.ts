import { createHash } from 'node:crypto'
import { tokenizer, tokTypes } from 'acorn'
import { Features, transform } from 'lightningcss'
import postcss from 'postcss'

/** The words in the strings of a script: whatever class it can give an element is among them. */
export const stringWords = (script: string): string[] =>
  [...tokenizer(script, { ecmaVersion: 'latest', sourceType: 'module' })].flatMap(
    ({ type, start, end }) =>
      type === tokTypes.string || type === tokTypes.template
        ? (script.slice(start, end).match(/[\w-]+/g) ?? [])
        : [],
  )

const classes = /\sclass=(?:"([^"]*)"|'([^']*)')/g

/** A style of the head itself; before it, so that nothing in them is taken for one, the elements that may hold another. */
const ownStyle = /<(noscript|script|svg|template)\b[\s\S]*?<\/\1>|<style>(?<css>[\s\S]*?)<\/style>/g

const version = (major: number, minor = 0) => (major << 16) | (minor << 8)

/** What Vite has already written the styles for (its “widely available”): without it their prefixes would be lost. */
const targets = {
  chrome: version(111),
  edge: version(111),
  firefox: version(114),
  safari: version(16, 4),
  ios_saf: version(16, 4),
}

/** A style in two: what screens show, and what only paper does (`@page`, `@media print`), both in their order. */
function byMedium(css: string): { screen: string; paper: string } {
  const screen = postcss.parse(css)
  const paper = postcss.root()
  screen.each((node) => {
    if (node.type !== 'atrule') return
    if (/^page\b/.test(node.name) || (node.name === 'media' && node.params === 'print'))
      paper.append(node)
  })
  return { screen: screen.toString(), paper: paper.toString() }
}

/**
 * The page with the inline styles of its head in one, which keeps only rules for classes that the page has or a script
 * can give it, and is named in the policy. Styles are shared by many pages, and what a page does not use comes before
 * anything of it can be shown. What only paper shows prevails over the rest: it comes last in the style, or is given to
 * `printSheet`, which says the address it is to be had at, and is linked in a noscript, so that it does not come before
 * the fonts: `appearance` asks for it when all is loaded. A style elsewhere, whose place says whom it is for, stays as
 * it is.
 */
export function usedStyles(
  html: string,
  given: ReadonlySet<string>,
  printSheet?: (css: string) => string,
): string {
  const [head = ''] = html.split('</head>', 1)
  const styles = [...head.matchAll(ownStyle)].flatMap(({ groups }) => groups?.css ?? [])
  if (styles.length === 0) return html
  const css = styles.join('')
  const own = new Set(
    [...html.matchAll(classes)].flatMap(([, double, single]) =>
      (double ?? single ?? '').split(/\s+/),
    ),
  )
  // The minifier does not tell a class from an id or an animation of the same name.
  const named = new Set(
    [...css.matchAll(/(?:#|@keyframes\s+)([\w-]+)/g)].map(([, name = '']) => name),
  )
  const unusedSymbols = [...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)]
    .map(([, name = '']) => name)
    .filter((name) => !own.has(name) && !given.has(name) && !named.has(name))
  const shorten = (code: string) =>
    transform({
      filename: 'page.css',
      code: Buffer.from(code),
      minify: true,
      targets,
      // Written out in two custom properties, it would need a switch that the site's own themes do not set.
      exclude: Features.LightDark,
      unusedSymbols,
    }).code.toString()
  const { screen, paper } = byMedium(css)
  const printed = shorten(paper)
  const kept = shorten(screen) + (printSheet ? '' : printed)
  const hash = createHash('sha256').update(kept).digest('base64')
  let place = 0
  const joined = head.replace(ownStyle, (found, _holder, style) =>
    style === undefined ? found : place++ === 0 ? `<style>${kept}</style>` : '',
  )
  const sheet =
    !printSheet || printed === ''
      ? ''
      : `<noscript><link rel="stylesheet" href="${printSheet(printed)}" media="print"></noscript>`
  return (joined + sheet + html.slice(head.length)).replace(
    "style-src 'self'",
    () => `style-src 'self' 'sha256-${hash}'`,
  )
}
