const upright: Record<string, string> = { '“': '『', '”': '』', '‘': '「', '’': '」' }

/**
 * Text for a vertical line, with the quotation marks of vertical Chinese (『』「」): where the font has forms for “”,
 * WebKit draws them horizontally, on top of the characters.
 */
export const uprightMarks = (text: string): string =>
  text.replace(/[“”‘’]/g, (mark) => upright[mark] ?? mark)
