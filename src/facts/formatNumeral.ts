const hanDigits = '零一二三四五六七八九'
const hanUnits = ['', '十', '百', '千'] as const

function hanBelowTenThousand(value: number): string {
  let text = ''
  let gap = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    if (gap) text += '零'
    gap = false
    text += `${hanDigits[digit]}${hanUnits[power]}`
  }
  return text
}

/** A whole number below 10⁸ in Han numerals (六, 十二, 一百一十二, 十万); throws RangeError otherwise. */
export function formatHanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e8) {
    throw new RangeError(`汉字数字只支持一亿以下的整数，得到 ${value}`)
  }
  if (value === 0) return hanDigits[0] as string
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  const gap = low > 0 && low < 1000 ? '零' : ''
  const text =
    high === 0
      ? hanBelowTenThousand(low)
      : `${hanBelowTenThousand(high)}万${gap}${low === 0 ? '' : hanBelowTenThousand(low)}`
  // Only a leading 一十 is shortened: 十二, but 一百一十二 and 一万零一十.
  return text.replace(/^一十/, '十')
}

/**
 * A finite number in Arabic numerals as the site prints it, whole ten-thousands as 10万, whole hundred-millions as 2亿;
 * throws RangeError otherwise.
 */
export function formatArabicNumeral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`不是有限数：${value}`)
  if (value !== 0 && Number.isInteger(value / 1e8)) return `${value / 1e8}亿`
  if (value !== 0 && Number.isInteger(value / 10_000)) return `${value / 10_000}万`
  return String(value)
}
