import { beforeOne, counters, more } from './counters.ts'
import { maskNames } from './numberedNames.ts'

const units = '[一二三四五六七八九两几]'
const scales = '[十百千万亿]'
/** What follows 一 where it counts nothing: 一方面、一起、一次性、一件件. */
const afterOne =
  '方面|部分|点|起(?!案|事)|道|块|层|级|字|段时间|次性|步到位|大批|家人|家亲|(?<repeated>[\\p{Script=Han}])\\k<repeated>'

const patterns = [
  `(?:[\\p{Nd}\\p{No}]|(?!〇)\\p{Nl})+(?:[.,．，:：/／][\\p{Nd}]+)*(?:[%％‰]|${more}${counters})?`,
  `第(?!三方|一时间|一线|一手)[一二三四五六七八九十百千两几零〇]+${counters}?`,
  `(?:[百千万]|${units}|十)分之[一二三四五六七八九十百千点零〇]+`,
  '百分百|翻番|[廿卅俩仨]',
  // Financial numerals (贰拾、壹佰); alone, most of them are part of other words (队伍、大陆、收拾).
  `[壹贰叁肆伍陆柒捌玖][拾佰仟]|[壹贰叁肆柒捌玖]${counters}`,
  '[〇零一二三四五六七八九]{4}年',
  // 三百、二十届、几十: a numeral of several places needs no measure word.
  `${units}${scales}(?:[零〇一二三四五六七八九]?${scales}|[零〇]?[一二三四五六七八九])*${more}${counters}?`,
  `十[一二三四五六七八九]?${more}${counters}`,
  `[十百千][万亿]${more}${counters}`,
  `[百千万亿][余多]${counters}`,
  // 近百家、数十位, but not 附近百姓 or 户数十分.
  `(?:(?<![附贴亲走靠接邻临拉最])近|(?<![人户件个次场篇份总多少])数|(?<![网路线])上|(?<![通经])过|(?<![节制契预公])约|逾|超|成)${scales}+${more}${counters}`,
  '(?<![一二三四五六七八九十〇零])(?:一二|一两|二三|两三|三四|三五|四五|五六|六七|七八|八九)' +
    counters,
  `(?<![第一二三四五六七八九十〇零])[二三五六七八九两几]${more}${counters}`,
  `(?<![第一二三四五六七八九十〇零])四(?!季(?!度))${more}${counters}`,
  `(?<!${beforeOne})一(?!${afterOne})${more}${counters}`,
  `${units}成${units}|${units}成(?=以上|以下|左右|多|的|[，。、；！？）]|$)`,
  // 达百人、突破十万、过亿、近百
  `(?<=[达到收破])${scales}+${more}${counters}|(?:突破|超过|达到|逾|(?<![通经])过|超|(?<![附贴亲走靠接邻临拉最])近)[十百千万亿]+(?![\\p{Script=Han}]{0,1}[姓家户众])`,
  // 一零八家、三〇家、十二三家、五六七家
  `[一二三四五六七八九][〇零一二三四五六七八九]*[〇零][〇零一二三四五六七八九]*${counters}|十[一二三四五六七八九]{2}${counters}|[二三四五六七]{3}${counters}`,
  '(?<=[居列名排进市区省国])前[二三四五六七八九十百]|翻倍|(?<![一])[二三四五六七八九]成(?=提案|委员|企业|群众|项目)',
  '[一过大]半(?!年|天|个)|半(?:个|年|月|天|日|小时|数|篇|场|成)|双(?:月|周|年|日|倍)',
]

const quantities = new RegExp(patterns.join('|'), 'gu')

/** A quantity found in text, with its offset. */
export interface FoundQuantity {
  index: number
  text: string
}

/**
 * Text in which the given phrases are replaced by object characters of the same length, so that nothing in them is
 * found.
 */
export function maskPhrases(text: string, phrases: Iterable<string>): string {
  const longestFirst = [...phrases].filter(Boolean).sort((a, b) => b.length - a.length)
  return longestFirst.reduce(
    (masked, phrase) => masked.replaceAll(phrase, '\uFFFC'.repeat(phrase.length)),
    text,
  )
}

/**
 * Digits of any width or shape and quantities in Chinese numerals (12场、①、六大类、第三、百分之五、近百家、半年), outside the given
 * phrases; numbers that count nothing (统一、十五届三次会议、12345热线、3月) are not found.
 */
export function findQuantities(text: string, phrases: Iterable<string> = []): FoundQuantity[] {
  return [...maskNames(maskPhrases(text, phrases)).matchAll(quantities)].map((match) => ({
    index: match.index,
    text: match[0],
  }))
}
