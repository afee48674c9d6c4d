import { beforeAll, describe, expect, test } from 'vitest'
import { mainSource } from '../../src/facts/source.ts'
import { isFound, pageAt, type SitePage, sitePages } from '../../src/sitePages.ts'
import { edition } from '../charts/edition2025.ts'
import { leadsOn } from '../leadsOn.ts'
import { namedPublisher } from '../namedPublisher.ts'
import { openBuild } from '../services.ts'
import { builtPages, readPages } from './builtPages.ts'

/** The pages with the site around them: not those for the frames of others, nor those that lead on. */
const framed = (pages: ReturnType<typeof readPages>) =>
  pages.filter(({ html, path }) => !path.endsWith('/embed/') && !leadsOn(html))
const nameOf = (path: string) => pageAt(path.slice(1)) ?? 'not-found'
const isChapter = (path: string) => nameOf(path) === 'chapter'

let named: ReturnType<typeof readPages>
/** The pages of an edition whose publisher.json says nothing; the project's own is filled in for a release. */
let unnamed: ReturnType<typeof readPages>
beforeAll(async () => {
  named = framed(readPages((await openBuild('named')).folder))
  unnamed = framed(readPages((await openBuild('village')).folder))
})

/** What a page says under a name in its head, each time it does. */
const said = (document: Document, name: string) =>
  [...document.querySelectorAll(`head meta[name="${name}"]`)].map((meta) =>
    meta.getAttribute('content'),
  )

test('every page names its site and its column, each once, as inspectors of public sites read them', () => {
  expect(named.length).toBe(framed(builtPages).length)
  for (const { document, path } of named) {
    expect(said(document, 'SiteName'), path).toEqual(['履职亮点回眸 2025'])
    expect(said(document, 'SiteDomain'), path).toEqual(['www.example.org'])
    expect(said(document, 'SiteIDCode'), path).toEqual([namedPublisher.siteIdCode])
    for (const name of ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'])
      expect(said(document, name), `${path} ${name}`).toEqual([expect.stringMatching(/\S/)])
    for (const name of ['keywords', 'description'])
      expect(said(document, name), `${path} ${name}`).toEqual([expect.stringMatching(/\S/)])
  }
})

test('a chapter is an article with its title, its date and its source; nothing else is one', () => {
  const { publisher: source } = mainSource(edition) ?? {}
  const chapters = named.filter(({ path }) => isChapter(path))
  expect(chapters).toHaveLength(6)
  for (const { document, path } of named) {
    const title = isChapter(path) ? [document.title.split(' · ')[0]] : []
    expect(said(document, 'ArticleTitle'), path).toEqual(title)
    const date = isChapter(path) ? [namedPublisher.publishedAt] : []
    expect(said(document, 'PubDate'), path).toEqual(date)
    expect(said(document, 'ContentSource'), path).toEqual(isChapter(path) && source ? [source] : [])
  }
})

test('every page that is to be found gives its address and its picture whole', () => {
  for (const { document, path } of named) {
    const page: SitePage = sitePages[nameOf(path)]
    const isHome = page.repeats === 'edition'
    const isTold = isFound(page) || isHome
    const address = `https://www.example.org${isHome ? '/2025/' : path}`
    expect(said(document, 'Url'), path).toEqual(isTold ? [address] : [])
    expect(said(document, 'Image'), path).toEqual(
      isTold
        ? [expect.stringMatching(/^https:\/\/www\.example\.org\/share\/[\w.-]+\.(png|jpg)$/)]
        : [],
    )
  }
})

const footer = (document: Document) => document.querySelector('footer .legal') as Element

test('every page ends with what the publisher states, each with its link', () => {
  const { organizer, contact, correctionsUrl, siteIdCode, icp, publicSecurity } = namedPublisher
  for (const { document, path } of named) {
    const parts = [...footer(document).children]
      .slice(1)
      .map((part) => [part.textContent?.trim(), part.getAttribute('href')])
    expect(parts, path).toEqual([
      [`主办单位：${organizer}`, null],
      [`联系方式：${contact}`, null],
      [`网站标识码：${siteIdCode}`, null],
      [icp, 'https://beian.miit.gov.cn/'],
      [
        publicSecurity.number,
        `https://beian.mps.gov.cn/#/query/webSearch?code=${publicSecurity.code}`,
      ],
      ['我要找错', correctionsUrl],
    ])
  }
})

test('the map shows the number under which it was approved', () => {
  const map = named.find(({ path }) => nameOf(path) === 'map')
  expect(map?.document.querySelector('liaison-map')?.textContent).toContain(
    `审图号：${namedPublisher.mapApproval}`,
  )
})

describe('what the publisher has not stated', () => {
  test('is not in the head, nor as an empty value', () => {
    for (const { document, path } of unnamed) {
      for (const name of ['SiteIDCode', 'SiteDomain', 'PubDate', 'Image', 'Url', 'Author'])
        expect(said(document, name), `${path} ${name}`).toEqual([])
      for (const meta of document.querySelectorAll('meta[name], meta[property]'))
        expect(meta.getAttribute('content'), `${path} ${meta.outerHTML}`).toMatch(/\S/)
    }
  })

  test('leaves nothing in the footer, and no number on the map', () => {
    for (const { document, path } of unnamed) {
      expect(footer(document).children, path).toHaveLength(1)
      expect(document.body.textContent, path).not.toMatch(
        /主办单位：|联系方式：|网站标识码|备案|审图号：|我要找错/,
      )
    }
  })
})
