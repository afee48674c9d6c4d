import { expect, test } from 'vitest'
import { listPublished } from '../../src/records/registers.ts'
import { projectRoot } from '../../src/roots.ts'
import { isThere, pageNames, pagePaths, sitePages } from '../../src/sitePages.ts'
import { publishedEdition } from '../charts/edition2025.ts'
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
const edition = {
  year: 2025,
  chapters: ['consultation', 'supervision', 'proposals', 'public-opinion', 'learning', 'outlook'],
  figures: publishedEdition.figures.map(({ id }) => id),
}
const villages = publishedEdition['liaison-points'].records.length
const chapters = pagePaths('chapter', edition).map((path) => `/${path}`)

test('the pages of the list are built, and no others', () => {
  const contents = { published: listPublished(projectRoot).length, hasMap: true }
  const paths = pageNames
    .filter((name) => isThere(sitePages[name], contents))
    .flatMap((name) => pagePaths(name, edition))
  const isOfAnotherYear = /^\/(?!2025)\d{4}\//
  const built = builtPages.map(({ path }) => path).filter((path) => !isOfAnotherYear.test(path))
  expect(built.sort()).toEqual(paths.map((path) => `/${path}`).sort())
  expect(builtFiles).toContain('robots.txt')
})

test('the chapters bind all indicators in prose', () => {
  expect(distinct(chapters, 'data-indicator', '.fact').size).toBe(
    publishedEdition.indicators.length,
  )
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
  for (const cut of cuts) expect(cut.querySelectorAll('.dot.frame')).toHaveLength(villages)
  expect(distinct(['/2025/map/'], 'data-point', 'svg').size).toBe(0)
  expect(distinct(['/2025/map/'], 'data-town', 'svg').size).toBe(13)
})
