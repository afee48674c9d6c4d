/** The name of a page's own type file, from its path under any base: /2025/consultation/ → 2025-consultation. */
export function pageSlug(pathname: string, base: string): string {
  const path = `/${pathname}`.replace(/\/+/g, '/')
  const prefix = `/${base}/`.replace(/\/+/g, '/')
  const inside = path.startsWith(prefix) ? path.slice(prefix.length) : path.slice(1)
  return (
    inside
      .replace(/(index)?\.html$/, '')
      .replace(/\/$/, '')
      .replaceAll('/', '-') || 'home'
  )
}
