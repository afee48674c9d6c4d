/** Names that appear on every page. */
export const site = {
  name: '履职亮点回眸',
  body: '嘉兴市南湖区政协',
  /** What every edition is about, in the words of its source. */
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

/**
 * The address of a page under the configured base path: percent-encoded, with exactly one slash after the base. The
 * argument has no leading slash.
 */
export function href(path: string): string {
  return `${encodeURI(import.meta.env.BASE_URL).replace(/\/$/, '')}/${path}`
}
