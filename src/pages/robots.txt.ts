import type { APIRoute } from 'astro'
import { href } from '../site.ts'

/** What crawlers may read; the sitemap is named only if the site's address is known. */
export const GET: APIRoute = ({ site }) => {
  // The search page must be fetchable for crawlers to see its noindex.
  const lines = ['User-agent: *', 'Allow: /']
  if (site) lines.push(`Sitemap: ${new URL(href('sitemap-index.xml'), site).href}`)
  return new Response(`${lines.join('\n')}\n`)
}
