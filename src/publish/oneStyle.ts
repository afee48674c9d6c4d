import { createHash } from 'node:crypto'

/**
 * Matches a style element of the head; elements that may contain a style element of their own are matched first and
 * skipped.
 */
const ownStyle = /<(noscript|script|svg|template)\b[\s\S]*?<\/\1>|<style>(?<css>[\s\S]*?)<\/style>/g

/**
 * Merges the styles of a page's head into the first one and replaces their hashes in the policy: every further style
 * would cost a hash, which does not compress. Styles inside other elements stay.
 */
export function oneStyle(html: string): string {
  const [head = ''] = html.split('</head>', 1)
  const styles = [...head.matchAll(ownStyle)].flatMap(({ groups }) => groups?.css ?? [])
  if (styles.length === 0) return html
  const css = styles.join('')
  let place = 0
  const joined = head.replace(ownStyle, (found, _holder, style) =>
    style === undefined ? found : place++ === 0 ? `<style>${css}</style>` : '',
  )
  const hash = createHash('sha256').update(css).digest('base64')
  return (joined + html.slice(head.length)).replace(
    "style-src 'self'",
    () => `style-src 'self' 'sha256-${hash}'`,
  )
}
