import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/roots.ts'
import {
  pageAt,
  pageKinds,
  pageNames,
  pagePaths,
  sitePages,
  titledPages,
} from '../src/sitePages.ts'

/** The route of each file in src/pages/, written as in the list of pages. */
const routes = readdirSync(join(projectRoot, 'src/pages'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.astro'))
  // The page of a withdrawn figure has the figure's old address.
  .filter((file) => !file.includes('[...withdrawn]'))
  .map((file) => file.replace(/(?:index)?\.astro$/, ''))
  .map((path) => (/(?:^|\/)$/.test(path) ? path : `${path}/`))
  // A parameter only because the page does not always exist.
  .map((path) => (path === '[editions]/' ? 'editions/' : path === '404/' ? '404.html' : path))

test('every page that has a file is in the list, and every page of the list has a file', () => {
  const listed = pageNames.map((name) => sitePages[name].path)
  // Its file is with the printing code, and it is built only for the PDF.
  const written = [...routes, sitePages.report.path]
  expect([...listed].sort()).toEqual(written.sort())
})

test('every kind of page has a budget, and every budget of a page is of such a kind', () => {
  const budgets = JSON.parse(readFileSync(join(projectRoot, 'tests/budgets.json'), 'utf8'))
  const ofPages = Object.keys(budgets).filter((key) => budgets[key].withoutFonts !== undefined)
  expect(ofPages.sort()).toEqual([...pageKinds].sort())
  const used = new Set<string>(pageNames.map((name) => sitePages[name].kind))
  expect([...used].sort()).toEqual([...pageKinds].sort())
})

test('a page is known by its path', () => {
  const parameters = { year: 2099, chapters: ['reading', 'two-words'], figures: ['two-words'] }
  for (const name of pageNames)
    for (const path of pagePaths(name, parameters))
      expect([path, pageAt(path)]).toEqual([path, name])
  expect(pageAt('2099/reading/more/')).toBeUndefined()
  expect(pageAt('404xhtml')).toBeUndefined()
})

test('a page with a name has one place at the foot of a page and repeats one that there is', () => {
  const feet = pageNames.flatMap((name) => sitePages[name].foot ?? [])
  expect(feet.length).toBeGreaterThan(0)
  expect(new Set(feet.map(({ column, place }) => `${column} ${place}`)).size).toBe(feet.length)
  const repeated = pageNames.flatMap((name) => sitePages[name].repeats ?? [])
  for (const name of repeated) expect(pageNames).toContain(name)
})

test('the list of editions is offered where there are several, the map where there is a roster', () => {
  const offered = (published: number, hasMap = true) =>
    titledPages({ published, hasMap }).map(({ name }) => name)
  expect(offered(1)).not.toContain('editions')
  expect(offered(2)).toEqual([...offered(1), 'editions'])
  expect(offered(1).filter((name) => !offered(1, false).includes(name))).toEqual(['map'])
})
