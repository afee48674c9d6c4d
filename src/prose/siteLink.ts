import { slug } from 'github-slugger'

/** The target of a link in prose within the site. */
export interface SiteLink {
  /** The page's path below the base; undefined for the page that contains the link. */
  path?: string
  /** The heading on that page, as its anchor. */
  anchor?: string
}

const self = '_'

/** Whether an address has the form of one within the site. */
export const isInSite = (url: string): boolean => !/^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(url)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Parses a link as clerks write it: `learning.mdx`, `learning.mdx#小标题`, `#小标题`, `/2025/map/`, `../learning/`. Undefined
 * for an address outside the site.
 */
export function parseSiteLink(url: string, year: number): SiteLink | undefined {
  if (!isInSite(url)) return undefined
  const [target = '', ...rest] = url.split('#')
  const anchor = rest.length > 0 ? { anchor: slug(decoded(rest.join('#'))) } : {}
  const chapter = /^(?:\.\/)?(?:\.\.\/\d{4}\/)?([^/]+)\.mdx$/.exec(target)?.[1]
  if (chapter) {
    const edition = /(\d{4})\//.exec(target)?.[1] ?? year
    return { path: chapter === 'edition' ? `${edition}/` : `${edition}/${chapter}/`, ...anchor }
  }
  const { pathname } = new URL(target, `https://site/${year}/${self}/`)
  const path = decoded(pathname)
    .slice(1)
    .replace(/(?<=^|\/)index\.html$/, '')
    .replace(/([^/])$/, '$1/')
  return { ...(path !== `${year}/${self}/` && { path }), ...anchor }
}
