/** Names that appear on every page. */
export const site = {
  name: '履职亮点回眸',
  body: '嘉兴市南湖区政协',
  /** What every edition looks back on, in the words of its source. */
  scope: '近年来履职亮点',
  language: 'zh-CN',
} as const

/** Chapter numerals: the chapter's order is its index. */
export const chapterNumerals = [
  '',
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
] as const

/** A site path under the configured base, as an address has it: percent-encoded, always with one slash between; the argument has no leading slash. */
export function href(path: string): string {
  return `${encodeURI(import.meta.env.BASE_URL).replace(/\/$/, '')}/${path}`
}
