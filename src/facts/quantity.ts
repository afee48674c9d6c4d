const hanNumber = '[〇零一二两三四五六七八九十百千万亿半双数几]'
const arabicNumber = '[0-9０-９][0-9０-９.,．，%％‰]*'
const counters =
  '个|家|场|次|件|份|项|条|类|大类|位|名|人|年|月|日|天|季度|季|周|届|期|种|篇|张|处|步|环节|镇街|镇|街道|村社|村|社区|支|组|成|倍|元|万|亿|公里|千米|米|亩|户|岁|批|轮|册|部|章|段|格|幅|点|起|宗|笔|所|座|间|套|分|秒|小时|星期|半|方面|部分|对'

const quantities = new RegExp(
  [
    arabicNumber,
    `第${hanNumber}+`,
    `百分之${hanNumber}+`,
    `${hanNumber}+[余多几来]?(?:${counters})`,
  ].join('|'),
  'gu',
)

/** A quantity found in text, by its offset. */
export interface FoundQuantity {
  index: number
  text: string
}

/** Digits (half or full width) and Han-numeral quantities in text outside the given exact phrases. */
export function findQuantities(text: string, phrases: Iterable<string> = []): FoundQuantity[] {
  let masked = text
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    if (phrase) masked = masked.replaceAll(phrase, '\uFFFC'.repeat(phrase.length))
  }
  return [...masked.matchAll(quantities)].map((match) => ({ index: match.index, text: match[0] }))
}
