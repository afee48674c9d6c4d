import { getEntry } from 'astro:content'
import rss from '@astrojs/rss'
import type { APIRoute } from 'astro'
import { getChapters, getEdition, getPublished, newestYear } from '../components/chapters.ts'
import { correctionId } from '../components/definitionId.ts'
import { isoTime } from '../facts/isoTime.ts'
import { imprint, stampText, stampTitle } from '../imprint.ts'
import { href, site as names } from '../site.ts'

/** `/feed.xml`, only if the site's address is known, because a feed needs absolute addresses. */
export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { feed: 'feed' } }] : []
}

/** The corrections of all editions, newest first, then the newest edition's chapters, with dates only if the publisher states one. */
export const GET: APIRoute = async ({ site }) => {
  const year = await newestYear()
  if (year === undefined || !site) throw new Error('没有可订阅的版次')
  const edition = await getEdition(year)
  const { publisher } = edition
  const lede = await getEntry('chapters', `${year}/edition`)
  const dated = publisher.publishedAt && {
    pubDate: new Date(isoTime(publisher.publishedAt)),
  }
  const self = new URL(href('feed.xml'), site).href
  const corrections = (await getPublished())
    .flatMap((each) => each.corrections.map((correction) => ({ ...correction, of: each.year })))
    .sort((a, b) => b.date.localeCompare(a.date))
  return rss({
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    title: stampTitle(edition, `${names.name} ${year}`),
    description: stampText(edition, lede?.data.description ?? imprint(edition).body),
    site: new URL(href(''), site).href,
    customData: `<language>${names.language}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: [
      ...corrections.map(({ id, of, date, label, field, old, new: now, reason }) => ({
        title: `更正：${label}，${field === 'period' ? '期间' : ''}${old}改为${now}`,
        description: reason,
        link: new URL(href(`about/#${correctionId(of, id)}`), site).href,
        pubDate: new Date(isoTime(`${date} 00:00`)),
      })),
      ...(await getChapters(year)).map((chapter) => ({
        title: chapter.title.replaceAll('|', ''),
        description: chapter.description,
        link: new URL(href(`${year}/${chapter.slug}/`), site).href,
        ...dated,
      })),
    ],
  })
}
