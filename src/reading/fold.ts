const wide = /[\uFF01-\uFF5E]/g

/** The narrow form of one full-width character (，→ ,). */
const narrow = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)

/** The lower-case form if it can be reversed, else the character itself. */
function lower(character: string): string {
  const small = character.toLowerCase()
  return small.toUpperCase() === character ? small : character
}

function foldText(text: string): string {
  return text
    .replace(wide, narrow)
    .replaceAll('\u3000', ' ')
    .replace(/\p{Lu}/gu, lower)
}

// Long texts are folded for every query (for ranking, excerpts and sections), so the results are remembered.
const longText = 500
const maxRemembered = 200
const rememberedFolds = new Map<string, string>()

/** Text with width and case folded; every offset stays the same. */
export function fold(text: string): string {
  if (text.length < longText) return foldText(text)
  const folded = rememberedFolds.get(text) ?? foldText(text)
  if (rememberedFolds.size >= maxRemembered) rememberedFolds.clear()
  rememberedFolds.set(text, folded)
  return folded
}
