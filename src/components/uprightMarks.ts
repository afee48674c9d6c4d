const upright: Record<string, string> = { '“': '『', '”': '』', '‘': '「', '’': '」' }

/**
 * Text for an upright line, with the quotation marks that upright Chinese has: where the font has them for “”, WebKit
 * sets “” as they lie in a level line, on top of the characters.
 */
export const uprightMarks = (text: string): string =>
  text.replace(/[“”‘’]/g, (mark) => upright[mark] ?? mark)
