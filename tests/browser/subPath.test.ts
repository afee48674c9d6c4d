import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasBrotli, hasNginx, serveNginx } from '../../src/machine/serveNginx.ts'
import { searchableText } from '../../src/search/build/searchableText.ts'
import sample from '../fixtures/search/sample.json' with { type: 'json' }
import { leadsOn } from '../leadsOn.ts'
import { portal, portalVariables } from '../portal.ts'
import { openBuild, type ServedBuild } from '../services.ts'
import { askInTurn } from './askSearch.ts'
import { openSite } from './site.ts'

const { origin, base } = portal

let build: ServedBuild
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  build = await openBuild('portal')
  site = await openSite()
})
afterAll(() => site?.close())
const address = (path: string) => new URL(path, build.url).href

test('every page reached by links works below a sub-path, and asks for nothing outside it', async () => {
  const page = await site.browser.newPage()
  const failed: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400 || !new URL(response.url()).pathname.startsWith(base))
      failed.push(response.url())
  })
  const queue = [base]
  const seen = new Set(queue)
  for (const path of queue) {
    await page.goto(address(path))
    const links = await page.$$eval('a[href]', (anchors) =>
      (anchors as HTMLAnchorElement[])
        .filter((link) => link.origin === location.origin && !link.download)
        .map((link) => link.pathname),
    )
    for (const link of links) {
      if (seen.has(link)) continue
      seen.add(link)
      if (link.endsWith('/')) queue.push(link)
      if (!link.startsWith(base)) failed.push(link)
    }
  }
  expect(failed).toEqual([])
  expect(seen.size).toBeGreaterThan(20)
  await page.close()
})

/** Searches for every query of the sample, and for pieces of a chapter, on a served site. */
async function searchEverything(served: string): Promise<string[]> {
  const wrong: string[] = []
  const page = await site.browser.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  await page.goto(`${served}${base}search/`)
  const slugs = (links: string[]) => [
    ...new Set(links.map((link) => new URL(link).pathname.replace(`${base}2025/`, ''))),
  ]
  const answers = await askInTurn(
    page,
    sample.queries.map(({ q }) => q),
  )
  for (const [index, { q, expect: expected }] of sample.queries.entries()) {
    const found = slugs(answers[index] ?? []).slice(0, 5)
    const isMissing = expected.some((slug) => !found.includes(`${slug}/`))
    if (isMissing || (expected.length === 0 && found.length > 0)) wrong.push(`${q}：${found}`)
  }
  const html = await (await fetch(`${served}${base}2025/learning/`)).text()
  const main = parseHTML(html).document.querySelector('main') as unknown as Element
  const text = searchableText(main)
  const pieces: string[] = []
  for (let at = 0; at < text.length - 6; at += Math.ceil(text.length / 60))
    pieces.push(text.slice(at, at + 5).trim())
  for (const [index, links] of (await askInTurn(page, pieces)).entries())
    if (!slugs(links).includes('learning/')) wrong.push(pieces[index] as string)
  await page.close()
  return wrong
}

test('search answers below a sub-path', async () => {
  expect(await searchEverything(new URL(build.url).origin)).toEqual([])
})

const read = (file: string) => readFileSync(join(build.folder, file), 'utf8')
const built = (extension: string) =>
  readdirSync(build.folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(extension))
const meta = (document: Document, name: string) =>
  document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')
const pageAt = (file: string) => parseHTML(read(file)).document as unknown as Document
const hidden = /^(404|search\/index|\d{4}\/map\/list\/index)\.html$|\/embed\/index\.html$/

test('every page that may be found has an absolute address and a picture of its own, in its own words', async () => {
  const pictures = new Set<string>()
  for (const file of built('.html').filter((file) => !hidden.test(file) && !leadsOn(read(file)))) {
    const document = pageAt(file)
    const path = file === 'index.html' ? '2025/' : file.replace('index.html', '')
    const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href')
    expect(canonical, file).toBe(`${origin}${base}${path}`)
    expect(meta(document, 'og:url'), file).toBe(canonical)
    expect(meta(document, 'Url'), file).toBe(canonical)
    expect(meta(document, 'twitter:card'), file).toBe('summary_large_image')
    const image = meta(document, 'og:image') ?? ''
    expect(image.startsWith(`${origin}${base}share/`), file).toBe(true)
    const picture = image.slice(`${origin}${base}`.length)
    const { width, height } = await sharp(join(build.folder, picture)).metadata()
    expect([meta(document, 'og:image:width'), meta(document, 'og:image:height')], file).toEqual([
      String(width),
      String(height),
    ])
    // The cover's picture shows the slogan, a figure's its statement; both are headings of their page.
    const words = [...document.querySelectorAll('h1, .headline')].map((heading) =>
      heading.textContent?.replace(/\s/g, ''),
    )
    const alt = meta(document, 'og:image:alt')?.replace(/\s/g, '') ?? ''
    expect(
      words.some((heading) => heading && alt.includes(heading)),
      `${file} ${alt}`,
    ).toBe(true)
    pictures.add(picture)
  }
  expect([...pictures].sort()).toEqual(
    built('.png')
      .filter((file) => file.startsWith('share/'))
      .sort(),
  )
})

test('every picture to be shared or kept states how wide it is in print', () => {
  const pictures = built('.png').filter((file) => /^share\/|\/charts\//.test(file))
  expect(new Set(pictures.map((file) => file.replace(/^.*?(\.\w+)?\.png$/, '$1')))).toEqual(
    new Set(['', '.poster', '.slide']),
  )
  for (const file of pictures) {
    const png = readFileSync(join(build.folder, file))
    const perMetre = png.readUInt32BE(png.indexOf('pHYs') + 4)
    const centimetres = (100 * png.readUInt32BE(16)) / perMetre
    const wanted = file.startsWith('share/')
      ? 31.75
      : file.endsWith('.slide.png')
        ? 33.867
        : file.endsWith('.poster.png')
          ? (15 * 1080) / 952
          : (15 * 1000) / 916
    expect(centimetres, file).toBeCloseTo(wanted, 2)
  }
})

test('pages kept from search engines have no address and no picture', () => {
  for (const file of ['404.html', 'search/index.html']) {
    const document = pageAt(file)
    expect(meta(document, 'og:image'), file).toBeUndefined()
    expect(meta(document, 'og:url'), file).toBeUndefined()
  }
})

test('the feed and the sitemap name the pages at their addresses, and no date', () => {
  const feed = read('feed.xml')
  const links = [...feed.matchAll(/<item>.*?<link>(.*?)<\/link>/g)].map((match) => match[1])
  expect(links).toHaveLength(6)
  for (const link of links) expect(link).toMatch(new RegExp(`^${origin}${base}2025/[a-z-]+/$`))
  expect(feed).not.toMatch(/pubDate|lastBuildDate/)
  expect(read('robots.txt')).toContain(`Sitemap: ${origin}${base}sitemap-index.xml`)
  expect(read('sitemap-index.xml')).toContain(`${origin}${base}sitemap-0.xml`)
  const sitemap = read('sitemap-0.xml')
  expect(sitemap).toContain(`<loc>${origin}${base}2025/consultation/</loc>`)
  expect(sitemap).not.toMatch(/lastmod|\/share\/|\/search\//)
  expect(sitemap).not.toContain(`<loc>${origin}${base}</loc>`)
})

test('the page of a figure that is withdrawn leads to its chapter', () => {
  const leading = built('.html').map(read).filter(leadsOn)
  expect(leading.length).toBeGreaterThan(0)
  for (const html of leading)
    expect(html).toMatch(new RegExp(`content="0; url=${base}2025/[a-z-]+/"`))
})

test('the feed is offered where it exists', () => {
  const document = pageAt('2025/index.html')
  expect(document.querySelector('link[type="application/rss+xml"]')?.getAttribute('href')).toBe(
    `${origin}${base}feed.xml`,
  )
  expect(document.querySelector(`footer a[href="${base}feed.xml"]`)?.textContent).toBe('订阅')
})

test('the manifest and its icons stand below the sub-path', () => {
  const manifest = JSON.parse(read('site.webmanifest'))
  expect(manifest.start_url).toBe(base)
  for (const { src } of manifest.icons) {
    expect(src.startsWith(base)).toBe(true)
    expect(built('.png')).toContain(src.slice(base.length))
  }
})

test('a citation gives the address of its page', () => {
  expect(pageAt('2025/consultation/index.html').querySelector('.cite dd p')?.textContent).toBe(
    `“政企协商会”，载《履职亮点回眸》（2025年版），${origin}${base}2025/consultation/`,
  )
})

test.skipIf(!hasNginx)(
  'search answers below a sub-path of an nginx with the files of deploy/nginx/（没有 nginx 则略过）',
  async () => {
    const { url: served, stop } = await serveNginx(build.folder, portalVariables.BASE_PATH)
    try {
      const response = await fetch(`${served}${base}search/`)
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
      const sent = async (encoding: string) => {
        const { headers } = await fetch(`${served}${base}`, {
          headers: { 'accept-encoding': encoding },
        })
        return [headers.get('content-encoding'), Number(headers.get('content-length'))]
      }
      const size = (file: string) => statSync(join(build.folder, file)).size
      expect(await sent('gzip')).toEqual(['gzip', size('index.html.gz')])
      if (hasBrotli) expect(await sent('br, gzip')).toEqual(['br', size('index.html.br')])
      expect(await sent('identity')).toEqual([null, size('index.html')])
      expect(await searchEverything(served)).toEqual([])
    } finally {
      stop()
    }
  },
)
