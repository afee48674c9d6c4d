/** A page's path below the base, without the slash at its start: /lvzhi/2025/map/ → 2025/map/. */
export function pathBelow(base: string, pathname: string): string {
  const path = `/${pathname}`.replace(/\/+/g, '/')
  const prefix = `/${base}/`.replace(/\/+/g, '/')
  const inside = path.startsWith(prefix) ? path.slice(prefix.length) : path.slice(1)
  return inside.replace(/(?:index)?\.html$/, '')
}

/**
 * The name for a page's own files, from its path: /2025/consultation/ → 2025-consultation. The path cannot be recovered
 * from it.
 */
export const pageSlug = (pathname: string, base: string): string =>
  pathBelow(base, pathname).replace(/\/$/, '').replaceAll('/', '-') || 'home'
