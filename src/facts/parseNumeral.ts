const hanDigits = '〇一二三四五六七八九'
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const bigUnits: Record<string, number> = { 万: 1e4, 亿: 1e8 }

const digitOf = (character: string) => {
  if (character === '零') return 0
  if (character === '两') return 2
  return hanDigits.indexOf(character)
}

/** The value of a numeral in Chinese characters: 六, 十二, 一百一十二, 十万, 二〇二五; undefined if it is not a numeral. */
export function parseHanNumeral(text: string): number | undefined {
  if (!/^[〇零一二两三四五六七八九十百千万亿]+$/.test(text)) return undefined
  if (!/[十百千万亿]/.test(text)) return Number([...text].map(digitOf).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const character of text) {
    const unit = units[character]
    const bigUnit = bigUnits[character]
    if (unit !== undefined) {
      section += (digit ?? 1) * unit
      digit = undefined
    } else if (bigUnit !== undefined) {
      total = (total + section + (digit ?? 0) || 1) * bigUnit
      section = 0
      digit = undefined
    } else {
      // 零 only marks an empty place: 一万零十 is 10010.
      digit = digitOf(character) || undefined
    }
  }
  return total + section + (digit ?? 0)
}

/**
 * The value of a numeral as Chinese text prints it: 12, 6,000, 55.8, 10万, 4.4万亿, 3百, 六; undefined if it is not a
 * numeral.
 */
export function parseNumeral(text: string): number | undefined {
  const arabic = /^(\d[\d,]*(?:\.\d+)?)([十百千万亿]*)$/.exec(text.normalize('NFKC'))
  if (!arabic) return parseHanNumeral(text)
  const value = Number((arabic[1] as string).replaceAll(',', ''))
  const scale = [...(arabic[2] as string)].reduce(
    (product, unit) => product * (units[unit] ?? bigUnits[unit] ?? 1),
    1,
  )
  // Without rounding, 1.1万 would become 11000.000000000002.
  return Number((value * scale).toPrecision(15))
}
