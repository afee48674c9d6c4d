import { expect, test } from 'vitest'
import { formatJsonLd } from '../../src/metadata/jsonLd.ts'
import {
  articleData,
  datasetData,
  figureData,
  reportData,
  trailData,
} from '../../src/metadata/linkedData.ts'
import { edition } from '../charts/edition2025.ts'

const chapter = {
  slug: 'consultation',
  order: 1,
  title: '“政企|协商会”',
  navTitle: '政企协商会',
  subtitle: '助力发展“金名片”',
  lede: '',
  description: '摘要',
}
const nowhere = () => undefined
const somewhere = (path: string) => `https://example.gov.cn/lvzhi/${path}`
const parse = (address: typeof nowhere | typeof somewhere, of = edition) => {
  const [figure] = of.figures
  if (!figure) throw new Error('没有图版')
  return formatJsonLd([
    reportData(of, '摘要', [chapter], address),
    articleData(of, chapter, address),
    datasetData(of, [{ name: 'indicators', title: '指标' }], address),
    figureData(of, figure, '图1-1', address),
  ])
}

test('text in linked data cannot end the element that holds it, and reads back the same', () => {
  const name = '</script><script>alert(1)</script><!--'
  const text = formatJsonLd([{ name }])
  expect(text).not.toContain('<')
  expect(JSON.parse(text)['@graph']).toEqual([{ name }])
})

test('without an address there is none anywhere, and no trail', () => {
  expect(parse(nowhere).replace('https://schema.org', '')).not.toMatch(/https?:|"(url|contentUrl)"/)
  expect(trailData([{ name: '首页', path: '2025/' }], nowhere)).toBeUndefined()
})

test('author and date are left out unless the publisher states them', () => {
  expect(parse(somewhere)).not.toMatch(/author|datePublished|dateModified|"publisher"/)
  const stated = {
    ...edition,
    publisher: { ...edition.publisher, organizer: '示例单位', publishedAt: '2026-01-05 09:00' },
  }
  for (const part of JSON.parse(parse(somewhere, stated))['@graph']) {
    expect(part.datePublished).toBe('2026-01-05T09:00:00+08:00')
    expect(part.publisher.name).toBe('示例单位')
  }
})

test('an article is part of its report, and a dataset names its files', () => {
  const [report, article, dataset, figure] = JSON.parse(parse(somewhere))['@graph']
  expect(report.hasPart[0].url).toBe(article.url)
  expect(article).toMatchObject({
    '@type': 'Article',
    headline: '“政企协商会”',
    isPartOf: { '@type': 'Report', url: report.url },
  })
  expect(dataset.distribution.map((file: { contentUrl: string }) => file.contentUrl)).toEqual([
    somewhere('2025/data/indicators.csv'),
    somewhere('2025/data/indicators.json'),
  ])
  expect(figure.distribution[0].contentUrl).toBe(somewhere('2025/charts/sessions.csv'))
  expect(figure.alternateName).toContain('12场')
})
