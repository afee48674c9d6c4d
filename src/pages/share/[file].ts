import type { APIRoute } from 'astro'
import { editionYears, openEdition } from '../../components/chapters.ts'
import { sharePages } from '../../components/sharePages.ts'
import { type ShareCard, shareFile } from '../../pictures/shareCard.ts'
import { sharePhoto } from '../../pictures/sharePhoto.ts'
import { sharePicture } from '../../pictures/sharePicture.ts'

/** One picture per page; none if the site's address is unknown, because picture addresses must be absolute. */
export async function getStaticPaths() {
  if (!import.meta.env.SITE) return []
  const cards = await Promise.all(
    // Oldest first, so that a page shared by all editions shows the newest.
    (await editionYears()).reverse().map(async (year) => {
      const locals = {} as App.Locals
      await openEdition(locals, year)
      return sharePages(locals)
    }),
  )
  return [...new Map(cards.flatMap((pages) => [...pages]))].map(([slug, card]) => ({
    params: { file: shareFile(slug, card).name },
    props: { slug, card },
  }))
}

/** The picture that goes with a page's link. */
export const GET: APIRoute<{ slug: string; card: ShareCard }> = async ({ props }) => {
  const { slug, card } = props
  const picture = card.photo ? sharePhoto(card, card.photo) : sharePicture(card)
  return new Response(await picture, { headers: { 'Content-Type': shareFile(slug, card).type } })
}
