import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'
import type { BuildName } from '../builds.ts'
import { namedPublisher } from '../namedPublisher.ts'
import { portal } from '../portal.ts'
import { openBuild } from '../services.ts'
import { readPages } from './builtPages.ts'
import { readXml } from './readXml.ts'

interface Item {
  title: string
  description: string
  link: string
  guid: { '#text': string; '@_isPermaLink': string }
  pubDate?: string
}
interface Channel {
  title: string
  description: string
  link: string
  language: string
  'atom:link': Record<string, string>
  item: Item[]
}

const read = (folder: string, file: string) => readXml(readFileSync(join(folder, file), 'utf8'))

const ownPublisher: { publishedAt: string | null } = JSON.parse(
  readFileSync(join(projectRoot, 'data/publisher.json'), 'utf8'),
)

const builds: [BuildName, root: string, date: string | undefined][] = [
  ['named', 'https://www.example.org/', namedPublisher.publishedAt],
  ['complete', 'https://www.example.org/', undefined],
  // Of the project's own content, whose publisher is named for a release.
  ['portal', portal.origin + portal.base, ownPublisher.publishedAt ?? undefined],
]

test.each(builds)('the feed of %s is RSS 2.0, its addresses whole', async (name, root, date) => {
  const { folder } = await openBuild(name)
  const { rss } = read(folder, 'feed.xml')
  expect(rss['@_version']).toBe('2.0')
  const channel: Channel = rss.channel
  expect(channel.link).toBe(root)
  expect(channel.language).toBe('zh-CN')
  expect(channel['atom:link']).toEqual({
    '@_href': `${root}feed.xml`,
    '@_rel': 'self',
    '@_type': 'application/rss+xml',
  })
  const corrections = channel.item.filter(({ link }) => link.includes('#'))
  expect(channel.item.length - corrections.length).toBe(6)
  for (const { title, description, link, guid, pubDate } of [channel, ...channel.item] as Item[]) {
    for (const words of [title, description]) expect(words).toMatch(/\S/)
    expect(title + description).not.toContain('|')
    expect(link.startsWith(root)).toBe(true)
    if (!guid) continue
    expect(guid).toEqual({ '#text': link, '@_isPermaLink': 'true' })
    if (link.includes('#')) continue
    // The time of China, eight hours before it in Greenwich.
    expect(pubDate && new Date(pubDate).getTime()).toBe(
      date && Date.parse(`${date.replace(' ', 'T')}:00+08:00`),
    )
  }
})

test.each(builds)(
  'the feed and the sitemap of %s lead to pages that are there',
  async (name, root) => {
    const { folder } = await openBuild(name)
    const files = filesBelow(folder)
    const pages = readPages(folder)
    const { item } = read(folder, 'feed.xml').rss.channel as Channel
    const { loc: parts } = read(folder, 'sitemap-index.xml').sitemapindex.sitemap
    expect(parts).toBe(`${root}sitemap-0.xml`)
    const listed: { loc: string }[] = read(folder, 'sitemap-0.xml').urlset.url
    expect(listed.length).toBeGreaterThan(15)
    for (const link of [...item.map((each) => each.link), ...listed.map(({ loc }) => loc)]) {
      const [address = '', place] = link.split('#')
      expect(address.startsWith(root), address).toBe(true)
      const file = `${decodeURI(address.slice(root.length))}index.html`
      expect(files, address).toContain(file)
      const page = pages.find((one) => one.file === file)
      expect(page?.document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
        address,
      )
      expect(page?.document.querySelector('meta[name=robots]'), address).toBeNull()
      if (place) expect(page?.document.getElementById(place), link).not.toBeNull()
    }
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toContain(
      `Sitemap: ${root}sitemap-index.xml`,
    )
  },
)
