const blocks = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section ' +
    'summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

const attributes = `(?:"[^"]*"|'[^']*'|[^'">])*`

// Comments, and elements whose text is not markup or keeps its white space, stay as they are.
const pieces = new RegExp(
  [
    '<!--[\\s\\S]*?-->',
    `<(script|style|pre|textarea|svg)\\b${attributes}>[\\s\\S]*?<\\/\\1\\s*>`,
    `<(\\/?)([a-z][a-z0-9-]*)${attributes}>`,
  ].join('|'),
  'gi',
)

const isSpace = (character: string | undefined) => character === undefined || /\s/.test(character)

/**
 * HTML with white space between any two blocks, table cells, list items and lines, so that their texts are never
 * joined.
 */
export function separateBlocks(html: string): string {
  let spacedUpTo = -1
  return html.replace(
    pieces,
    (piece: string, whole?: string, slash?: string, name?: string, at = 0) => {
      const tag = (whole ?? name ?? '').toLowerCase()
      if (!blocks.has(tag)) return piece
      const end = at + piece.length
      const opens = slash !== '/'
      const closes = whole !== undefined || slash === '/' || tag === 'br' || tag === 'hr'
      const before = opens && spacedUpTo !== at && !isSpace(html[at - 1])
      const after = closes && !isSpace(html[end])
      if (after) spacedUpTo = end
      return `${before ? '\n' : ''}${piece}${after ? '\n' : ''}`
    },
  )
}
