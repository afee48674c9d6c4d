import { createHash } from 'node:crypto'
import { posix } from 'node:path'

/** A page of the copy: its HTML, and the files that it leads to or loads, below the site's folder. */
export interface OfflinePage {
  html: string
  files: Set<string>
}

interface Copy {
  /** The path below which the site stands, with a slash at both ends. */
  base: string
  /** What the page says of itself in its footer. */
  note: string
}

/** What is for other sites and programs, or needs one: how they show, follow, install or embed a page, and tiles. */
const forOthers = [
  /<link rel="(?:alternate|manifest|apple-touch-icon)"[^>]*>/g,
  /<meta (?:property="og:[^>]*|name="(?:Url|Image|twitter:card)"[^>]*)>/g,
  /<script type="application\/ld\+json">.*?<\/script>/gs,
  /<a href="[^"]*\/feed\.xml">[^<]*<\/a>/g,
  /<li><a href="[^"]*\/embed\/">.*?<\/li>/gs,
  // The key belongs to the site's address.
  / data-tianditu="[^"]*"/g,
  /<button [^>]*\bdata-ground\b[^>]*>.*?<\/button>/gs,
]

const policyTag = /<meta http-equiv="content-security-policy" content="[^"]*">/
const address = /(\s(?:href|src|action|data-root|data-pinyin|data-points)=")([^"]*)(")/g
const sources = /(\ssrcset=")([^"]*)(")/g
const styleAddress = /url\((\/[^)]*)\)/g
const module = /<script type="module"(?: fetchpriority="low")? src="([^"]*)"><\/script>/g
const inline = /<(script|style)>(.*?)<\/\1>/gs

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * What a page may load from its folder. Browsers differ in whether `'self'` means other files, and none may be asked
 * for anything else.
 */
function policyOf(html: string): string {
  const hashes = (tag: string) =>
    [...html.matchAll(inline)].flatMap(([, name, text = '']) =>
      name === tag ? [hashOf(text)] : [],
    )
  const files = "'self' file:"
  return [
    "default-src 'none'",
    ['script-src', files, ...hashes('script')].join(' '),
    ['style-src', files, ...hashes('style')].join(' '),
    `font-src ${files}`,
    `img-src ${files} data:`,
    'form-action file:',
    "base-uri 'none'",
  ].join('; ')
}

/** A page of a built site as it stands in the copy: every address relative to it, its scripts classic ones. */
export function offlinePage(file: string, built: string, { base, note }: Copy): OfflinePage {
  const files = new Set<string>()
  const folder = posix.dirname(file)
  /** The address of a file from this page; a page by its file, as no server looks for it. */
  const fromHere = (path: string) => posix.relative(folder, path) || posix.basename(path)
  const relative = (absolute: string): string => {
    if (!absolute.startsWith('/')) return absolute
    const [, encoded = '', rest = ''] = /^([^?#]*)(.*)$/.exec(absolute) ?? []
    const path = decodeURI(encoded)
    if (!path.startsWith(base)) return absolute
    const target = path.slice(base.length).replace(/(^|\/)$/, '$1index.html')
    files.add(target)
    return encodeURI(fromHere(target)) + rest
  }
  const root = `${posix.relative(folder, '.') || '.'}/`

  let html = built
  for (const part of forOthers) html = html.replace(part, '')
  html = html
    .replace(module, '<script defer src="$1"></script>')
    .replace(address, (_, before, value, after) =>
      before.includes('data-root') ? before + root + after : before + relative(value) + after,
    )
    .replace(sources, (_, before: string, value: string, after: string) => {
      const candidates = value.split(', ').map((one) => one.replace(/^\S+/, relative))
      return before + candidates.join(', ') + after
    })
    .replace(inline, (whole, tag, text: string) =>
      tag === 'style'
        ? `<style>${text.replace(styleAddress, (_, url) => `url(${relative(url)})`)}</style>`
        : whole,
    )
    .replace(/(<p class="legal">.*?)(<\/p>)/s, (_, before, after) => {
      return `${before}<span data-generated data-search-ignore>${note}</span>${after}`
    })
  html = html.replace(
    policyTag,
    () => `<meta http-equiv="content-security-policy" content="${policyOf(html)}">`,
  )
  return { html, files }
}
