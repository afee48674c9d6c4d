import { createHash } from 'node:crypto'

/** A style of the head itself; before it, so that nothing in them is taken for one, the elements that may hold another. */
const ownStyle = /<(noscript|script|svg|template)\b[\s\S]*?<\/\1>|<style>(?<css>[\s\S]*?)<\/style>/g

/**
 * The page with the styles of its head as one, in the place of the first and named in the policy: each further one
 * would cost the policy a hash, which does not compress. A style elsewhere, whose place says whom it is for, stays.
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
