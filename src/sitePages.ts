/** The kinds of page that search, the byte budgets and the limit on gaps distinguish. */
export const pageKinds = ['edition', 'chapter', 'figure', 'figures', 'map', 'data', 'page'] as const
export type PageKind = (typeof pageKinds)[number]

/** A page of the site, or all the pages of one route. */
export interface SitePage {
  /** Its path below the base, with the parameters of its route in brackets. */
  path: string
  kind: PageKind
  /** Its name, if it is the same in every edition: used in its heading, on its share card and in every list. */
  title?: string
  /** What it holds, in a sentence. */
  holds?: string
  /** Its short name in the bar at the top of every page. */
  bar?: string
  /** The column of the page footer that links to it, and its position there. */
  foot?: { column: 'site' | 'data'; place: number }
  /** The page whose content it repeats; that page is the one to find and to cite. */
  repeats?: string
  /** Whether it is kept out of search engines and of the site's own search. */
  noindex?: true
  /** What a site must have for this page to exist. */
  needs?: 'several editions' | 'roster' | 'named points' | 'report'
  /** The record that names the chapter whose leading number its share card shows. */
  leadOf?: 'participation'
  /** The group under which search results list it together with other pages. */
  group?: string
  /** Its place among pages that match a search equally well. */
  order?: number
  /** Whether reference pictures of it are kept; browser tests and benches visit the same pages. */
  isPictured?: true
}

const pages = {
  home: { path: '', kind: 'edition', title: '首页', repeats: 'edition', isPictured: true },
  edition: { path: '[year]/', kind: 'edition', group: 'edition' },
  chapter: { path: '[year]/[chapter]/', kind: 'chapter', isPictured: true },
  gallery: {
    path: '[year]/charts/',
    kind: 'figures',
    title: '全部图版',
    holds: '各章的图，每幅都有数据、出处与下载。',
    bar: '图表',
    foot: { column: 'site', place: 2 },
    group: 'charts',
    order: 20,
    isPictured: true,
  },
  figure: { path: '[year]/charts/[id]/', kind: 'figure' },
  embed: {
    path: '[year]/charts/[id]/embed/',
    kind: 'figure',
    repeats: 'figure',
    noindex: true,
  },
  map: {
    path: '[year]/map/',
    kind: 'map',
    title: '联系点地图',
    holds: '怎样提意见，联系点覆盖哪些镇街与村社。',
    bar: '地图',
    foot: { column: 'site', place: 3 },
    needs: 'roster',
    leadOf: 'participation',
    isPictured: true,
  },
  roster: {
    path: '[year]/map/list/',
    kind: 'page',
    title: '联系点名单',
    holds: '社情民意信息联系点覆盖的镇街与村社，按镇街排列，可打印。',
    noindex: true,
    needs: 'named points',
  },
  data: {
    path: '[year]/data/',
    kind: 'data',
    title: '数据与下载',
    holds: '本版全部指标与记录：定义、期间、状态与出处，可下载。',
    bar: '数据',
    foot: { column: 'data', place: 1 },
    group: 'data',
    order: 22,
    isPictured: true,
  },
  report: { path: '[year]/report/', kind: 'page', noindex: true, needs: 'report' },
  about: {
    path: 'about/',
    kind: 'page',
    title: '办法与出处',
    holds: '本站怎样取数、怎样写数、怎样更正，数据从哪里来。',
    bar: '关于',
    foot: { column: 'site', place: 1 },
    group: 'about',
    order: 30,
    isPictured: true,
  },
  editions: {
    path: 'editions/',
    kind: 'page',
    title: '各年版',
    holds: '已经发布的各版，新的在前；往年的版仍在原来的网址。',
    bar: '各版',
    needs: 'several editions',
    group: 'editions',
    order: 31,
  },
  search: {
    path: 'search/',
    kind: 'page',
    title: '检索',
    holds: '检索全站正文、图表与数据。',
    foot: { column: 'site', place: 4 },
    noindex: true,
    isPictured: true,
  },
  'not-found': {
    path: '404.html',
    kind: 'page',
    title: '没有这一页',
    holds: '没有找到要看的页面。',
    noindex: true,
    isPictured: true,
  },
} as const satisfies Record<string, SitePage>

export type PageName = keyof typeof pages

/**
 * Every page of the site. A new kind of page needs its file in src/pages/ and an entry here: the header, the footer,
 * the sitemap, share cards, the search page, reference pictures, benches and tests all read this list.
 */
export const sitePages: { readonly [name in PageName]: SitePage & (typeof pages)[name] } = pages

/** The names of all pages, in the order in which lists show them. */
export const pageNames = Object.keys(sitePages) as PageName[]

/** Whether search engines, the sitemap and search should find a page. */
export const isFound = ({ noindex, repeats }: SitePage): boolean => !noindex && !repeats

/** The values of a route's parameters in one edition; where a route has one page for each value, all the values. */
interface PageParameters {
  year: number
  chapters?: readonly string[]
  figures?: readonly string[]
}

/** The paths below the base of all pages of one route in an edition. */
export function pagePaths(
  name: PageName,
  { year, chapters = [], figures = [] }: PageParameters,
): string[] {
  const path = sitePages[name].path.replace('[year]', String(year))
  if (path.includes('[chapter]')) return chapters.map((slug) => path.replace('[chapter]', slug))
  if (path.includes('[id]')) return figures.map((id) => path.replace('[id]', id))
  return [path]
}

const routes = pageNames
  .map((name) => ({
    name,
    pattern: RegExp(`^${sitePages[name].path.replace(/\[\w+\]/g, '[^/]+').replace('.', '\\.')}$`),
    parameters: sitePages[name].path.split('[').length,
  }))
  .sort((a, b) => a.parameters - b.parameters)

/** The page at a path below the base, or undefined where the site has none. */
export const pageAt = (path: string): PageName | undefined =>
  routes.find(({ pattern }) => pattern.test(path))?.name

/** A page that readers should find, with a name that is the same in every edition. */
export interface TitledPage extends SitePage {
  name: PageName
  title: string
  holds: string
}

/** What a site has that some pages need: how many published editions, and whether the edition at hand has a roster of points. */
export interface SiteContents {
  published: number
  hasMap: boolean
}

/** Whether a site has a page beside those that every site has. */
export const isThere = ({ needs }: SitePage, { published, hasMap }: SiteContents): boolean =>
  needs === undefined ||
  (needs === 'several editions' && published > 1) ||
  (needs === 'roster' && hasMap)

/** The titled pages of a site with these contents. */
export const titledPages = (contents: SiteContents): TitledPage[] =>
  pageNames.flatMap((name) => {
    const page: SitePage = sitePages[name]
    const { title, holds } = page
    const isListed = isFound(page) && isThere(page, contents)
    return title && holds && isListed ? [{ ...page, name, title, holds }] : []
  })
