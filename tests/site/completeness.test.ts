import { expect, test } from 'vitest'
import { builtFiles, builtPages } from './builtPages.ts'

const page = (path: string) => {
  const found = builtPages.find((item) => item.path === path)
  if (!found) throw new Error(`没有生成 ${path}`)
  return found.document
}
const distinct = (paths: string[], attribute: string, within = 'main') =>
  new Set(
    paths.flatMap((path) =>
      [...page(path).querySelectorAll(`${within} [${attribute}]`)].map((element) =>
        element.getAttribute(attribute),
      ),
    ),
  )
const chapters = [
  'consultation',
  'supervision',
  'proposals',
  'public-opinion',
  'learning',
  'outlook',
].map((slug) => `/2025/${slug}/`)

test('every route of the edition is built', () => {
  const routes = [
    '/',
    '/2025/',
    ...chapters,
    '/2025/map/',
    '/2025/data/',
    '/2025/charts/',
    '/search/',
    '/about/',
  ]
  expect(builtPages.map((item) => item.path)).toEqual(expect.arrayContaining(routes))
  expect(builtFiles).toEqual(expect.arrayContaining(['404.html', 'robots.txt']))
})

test('the chapters bind all indicators in prose', () => {
  expect(distinct(chapters, 'data-indicator', '.fact').size).toBe(27)
})

test('every chapter has a figure, and at least ten are drawn in all', () => {
  for (const path of chapters) expect(distinct([path], 'data-figure').size, path).toBeGreaterThan(0)
  expect(distinct(chapters, 'data-figure').size).toBeGreaterThanOrEqual(10)
})

test('every figure has a drawing, a description, a caveat, a source and a table in the HTML', () => {
  for (const path of chapters) {
    for (const figure of page(path).querySelectorAll('figure[data-figure]')) {
      for (const part of [
        'svg[role=img][aria-label]',
        '[data-figure-description]',
        '.caveat',
        '.src',
        'details table td',
      ]) {
        expect(
          figure.querySelector(part),
          `${path} ${figure.getAttribute('data-figure')} ${part}`,
        ).not.toBeNull()
      }
    }
  }
})

test('the eight captions stand as plates', () => {
  expect(distinct(chapters, 'data-plate').size).toBe(8)
})

test('every cut of the map draws the covered villages as marks that nothing tells apart, and the towns', () => {
  const cuts = [...page('/2025/map/').querySelectorAll('[data-map-drawing] svg')]
  expect(cuts).toHaveLength(3)
  for (const cut of cuts) expect(cut.querySelectorAll('.dot.frame')).toHaveLength(112)
  expect(distinct(['/2025/map/'], 'data-point', 'svg').size).toBe(0)
  expect(distinct(['/2025/map/'], 'data-town', 'svg').size).toBe(13)
})
