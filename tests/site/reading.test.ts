import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { builtPages } from './builtPages.ts'

const plain = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '')

test('a reader mode keeps every paragraph of a chapter whole, and no definition between them', () => {
  const chapters = builtPages.filter(({ document }) =>
    document.querySelector('main[data-search-kind="chapter"]'),
  )
  expect(chapters.length).toBeGreaterThan(0)
  for (const { html, document, path } of chapters) {
    const paragraphs = [...document.querySelectorAll('.prose .col > p')].map((p) =>
      plain(p.textContent),
    )
    expect(paragraphs.length, path).toBeGreaterThan(0)
    const article = new Readability(parseHTML(html).document).parse()
    const read = plain(article?.textContent)
    let from = 0
    for (const paragraph of paragraphs) {
      const at = read.indexOf(paragraph, from)
      expect(at, `${path}: ${paragraph}`).toBeGreaterThanOrEqual(0)
      from = at + paragraph.length
    }
    expect(read.slice(0, from), path).not.toContain('关闭')
  }
})
