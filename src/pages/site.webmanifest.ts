import type { APIRoute } from 'astro'
import { getEdition, newestYear } from '../components/chapters.ts'
import { imprint, stampTitle } from '../imprint.ts'
import { palette } from '../pictures/palette.ts'
import { href, site } from '../site.ts'

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: href(purpose === 'any' ? `icon-${size}.png` : `icon-maskable-${size}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** How the site appears on a home screen; it opens in the browser, because it is a document. */
export const GET: APIRoute = async () => {
  const year = await newestYear()
  if (year === undefined) throw new Error('data/ 里没有任何一版数据')
  const edition = await getEdition(year)
  return new Response(
    `${JSON.stringify(
      {
        name: stampTitle(edition, `${site.name}·${imprint(edition).body}`),
        short_name: site.name,
        lang: site.language,
        start_url: href(''),
        scope: href(''),
        display: 'browser',
        background_color: palette.paper,
        theme_color: palette.paper,
        icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
      },
      null,
      2,
    )}\n`,
    { headers: { 'Content-Type': 'application/manifest+json' } },
  )
}
