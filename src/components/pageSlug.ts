/** A page's path below the base, without its first slash: /lvzhi/2025/map/ → 2025/map/. */
export function pathBelow(base: string, pathname: string): string {
  const path = `/${pathname}`.replace(/\/+/g, '/')
  const prefix = `/${base}/`.replace(/\/+/g, '/')
  const inside = path.startsWith(prefix) ? path.slice(prefix.length) : path.slice(1)
  return inside.replace(/(?:index)?\.html$/, '')
}

/** The name of a page's own files, from its path under any base: /2025/consultation/ → 2025-consultation; no path can be read off it again. */
export const pageSlug = (pathname: string, base: string): string =>
  pathBelow(base, pathname).replace(/\/$/, '').replaceAll('/', '-') || 'home'
