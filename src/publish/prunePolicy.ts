import { createHash } from 'node:crypto'

const inline = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g

/**
 * Reduces a page's policy to the hashes of its own inline scripts and styles; those of the site's other pages do not
 * compress, and would delay the first paint.
 */
export function prunePolicy(html: string): string {
  const own = new Set(
    [...html.matchAll(inline)]
      .filter(([, , attributes = '']) => !/\bsrc=/.test(attributes))
      .map(([, , , text = '']) => createHash('sha256').update(text).digest('base64')),
  )
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, (policy) =>
    policy.replace(/ 'sha256-([^']+)'/g, (named, hash) => (own.has(hash) ? named : '')),
  )
}
