// Nothing prints it, and Pagefind keeps it, while it drops spaces of its own accord.
const space = '\u2060'

/**
 * A text as Pagefind is given it: every character a word, since its own words cut Han one way in the index and another
 * in a query, and miss what lies across them.
 */
export const separate = (text: string): string =>
  Array.from(text, (character) => (character === ' ' ? space : character)).join(' ')

/** The text that was given to Pagefind. */
export const rejoin = (content: string): string =>
  content.replace(/[ \u200B]/g, '').replaceAll(space, ' ')
