const wide = /[\uFF01-\uFF5E]/g

/** The narrow form of one full-width character (，→ ,). */
const narrow = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)

/** The lower-case form where case is reversible, else the character itself. */
function lower(character: string): string {
  const small = character.toLowerCase()
  return small.toUpperCase() === character ? small : character
}

/** Text with width and case folded and nothing else; every offset stays where it was. */
export function fold(text: string): string {
  return text
    .replace(wide, narrow)
    .replaceAll('\u3000', ' ')
    .replace(/\p{Lu}/gu, lower)
}
