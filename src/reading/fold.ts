const wide = /[\uFF01-\uFF5E]/g

/** The narrow form of one full-width character (，→ ,). */
const narrow = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)

/** The lower-case form where case is reversible, else the character itself. */
function lower(character: string): string {
  const small = character.toLowerCase()
  return small.toUpperCase() === character ? small : character
}

function foldAnew(text: string): string {
  return text
    .replace(wide, narrow)
    .replaceAll('\u3000', ' ')
    .replace(/\p{Lu}/gu, lower)
}

// The text of a page is folded for ranking, for its excerpt and for its sections, query after query.
const long = 500
const most = 200
const known = new Map<string, string>()

/** Text with width and case folded and nothing else; every offset stays where it was. */
export function fold(text: string): string {
  if (text.length < long) return foldAnew(text)
  const folded = known.get(text) ?? foldAnew(text)
  if (known.size >= most) known.clear()
  known.set(text, folded)
  return folded
}
