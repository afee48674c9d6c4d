import type { APIRoute } from 'astro'
import { href } from '../site.ts'

/** What crawlers may read; the sitemap is named only when the site's address is known. */
export const GET: APIRoute = ({ site }) => {
  // The search page may be fetched, or its noindex would never be read.
  const lines = ['User-agent: *', 'Allow: /']
  if (site) lines.push(`Sitemap: ${new URL(href('sitemap-index.xml'), site).href}`)
  return new Response(`${lines.join('\n')}\n`)
}
