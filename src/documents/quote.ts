const maxQuoteLength = 24

/** Text for use inside “”: its own double quotation marks become single. */
export const innerQuotes = (text: string) => text.replaceAll('“', '‘').replaceAll('”', '’')

/** A value as a message quotes it: one line, shortened. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const line = innerQuotes(String(text)).replace(/\s+/g, ' ').trim()
  return `“${line.length > maxQuoteLength ? `${line.slice(0, maxQuoteLength)}…` : line}”`
}

/** A part of a text with a few characters before and after it, as a message quotes it. */
export function quoteAround(text: string, index: number, length: number, around = 8): string {
  const clean = (part: string) =>
    part
      .replace(/\s+/g, ' ')
      .replace(/\uFFFC+/g, '□')
      .replace(/[\uFFF9\uFFFB]/g, '')
  const before = text.slice(Math.max(0, index - around), index)
  const after = text.slice(index + length, index + length + around)
  const lead = index > around ? '…' : ''
  const trail = text.length > index + length + around ? '…' : ''
  return `${lead}${clean(before)}${clean(text.slice(index, index + length))}${clean(after)}${trail}`
}
