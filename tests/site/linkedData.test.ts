import { expect, test } from 'vitest'
import { isFound, pageAt, type SitePage, sitePages } from '../../src/sitePages.ts'
import { openBuild } from '../services.ts'
import { readPages } from './builtPages.ts'

interface Part {
  '@type': string
  name?: string
  itemListElement?: { position: number; name: string; item: string }[]
}

const root = 'https://www.example.org/'
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '')

test.each(['named', 'complete'] as const)(
  'the linked data of %s is read whole, and its trail names each page as the page names itself',
  async (name) => {
    const pages = readPages((await openBuild(name)).folder)
    let trails = 0
    for (const { document, path } of pages) {
      const texts = [...document.querySelectorAll('script[type="application/ld+json"]')]
      expect(texts.length, path).toBeLessThanOrEqual(1)
      const graph: Part[] = texts.flatMap((text) => {
        const { '@context': context, '@graph': parts } = JSON.parse(text.textContent ?? '')
        expect(context, path).toBe('https://schema.org')
        return parts
      })
      expect(
        graph.every((part) => part['@type'] && Object.values(part).every((one) => one !== null)),
      ).toBe(true)
      const trail = graph.find((part) => part['@type'] === 'BreadcrumbList')?.itemListElement
      const page = sitePages[pageAt(path.slice(1)) ?? 'not-found'] as SitePage
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href')
      const isTold =
        isFound(page) && pageAt(path.slice(1)) !== 'edition' && canonical === root + path.slice(1)
      expect(Boolean(trail), path).toBe(isTold)
      if (!trail) continue
      trails++
      expect(trail.map(({ position }) => position)).toEqual(trail.map((_, index) => index + 1))
      for (const { name: step, item } of trail.slice(1, -1)) {
        // The chapter in between, by the name that the contents of the page give it.
        const link = document.querySelector(`#contents a[href="/${item.slice(root.length)}"]`)
        expect(plain(link?.textContent), path).toContain(plain(step))
      }
      const last = trail.at(-1)
      expect(last?.item, path).toBe(canonical)
      expect(plain(document.title), path).toContain(plain(last?.name))
      expect(plain(document.title).indexOf(plain(last?.name)), path).toBe(0)
    }
    expect(trails).toBeGreaterThan(15)
  },
)
