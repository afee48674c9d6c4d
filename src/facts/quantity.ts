const units = '[一二三四五六七八九两几]'
const scales = '[十百千万亿]'
const more = '[余多来几]?[万亿]?'

/** Words that count something; a lookahead keeps the ones that begin a longer word (期间、支持、部署…). */
const counters = `(?:${[
  '人次|大类|个|家|场|次|件|份|项|条|类|位(?!于|居|列)|名|人|户|篇|张|处|步|句|幅|格|宗|笔|座|间|套|册|台|辆|栋|款|株|棵',
  '种(?!植|养)|支(?!持|撑|援)|部(?!署)|所(?!以|有|谓|需)|例(?!如|外|会)|起|块|点|段|章|道|层|级|大(?!约|于)',
  '年|月|日|天|周|季度|季|届|期(?!间|待|望|盼)|小时|分钟|秒|星期|岁|轮|批',
  '倍|番|元(?!化|素|旦)|公里|千米|米|亩|方面|部分|环节|镇(?!静|定)|街道|村|社区|乡|县|组',
].join('|')})`

/** Before 一 these make a word that counts nothing: 统一、进一步、新一轮、每一个. */
const beforeOne =
  '[第每另同某任哪这那上下新前后唯逐单统不划专万之其合归如进〇零一二三四五六七八九十]'
/** After 一 these do: 一方面、一起、一次性、一件件. */
const afterOne =
  '方面|部分|点|起(?!案|事)|道|块|层|级|字|段时间|次性|步到位|大批|家人|家亲|(?<repeated>[\\p{Script=Han}])\\k<repeated>'

const patterns = [
  `(?:[\\p{Nd}\\p{No}]|(?!〇)\\p{Nl})+(?:[.,．，:：/／][\\p{Nd}]+)*(?:[%％‰]|${more}${counters})?`,
  `第(?!三方|一时间|一线|一手)[一二三四五六七八九十百千两几零〇]+${counters}?`,
  `(?:[百千万]|${units}|十)分之[一二三四五六七八九十百千点零〇]+`,
  '百分百|翻番|[廿卅俩仨]',
  // Numerals of accounts: 贰拾、壹佰; alone most of them are other words (队伍、大陆、收拾).
  `[壹贰叁肆伍陆柒捌玖][拾佰仟]|[壹贰叁肆柒捌玖]${counters}`,
  '[〇零一二三四五六七八九]{4}年',
  // 三百、二十届、几十: a numeral of several places needs no counting word after it.
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

const han = '[一二三四五六七八九十百]'
/** Nouns of this field that 一个 counts; before any other it is an article. */
const counted =
  '村|社区|镇|街道|企业|部门|单位|小组|界别|委员|联系点|观测点|工作室|会客厅|项目|案件|提案|建议|问题|环节|二维码|月|季度|星期|工作日|小时|百分点'

/** Names and times that hold a number and count nothing, so that nothing in them is a quantity. */
const names = new RegExp(
  [
    // 十五届三次会议、二十届四中全会、第十届委员会第四次会议、第十四次党代会、第三轮巡察
    `(?:第(?:${han}{1,4}|\\d{1,3})|${han}{1,4}(?=届(?:${han}|全国|[省市区县]|政协|人大|委员|党|中央|常)))届(?:${han}{1,3}(?:次(?:全体|常委会)?(?:会议|全会|大会)|中全会))?`,
    `(?<=届[^，。；]{0,12})${han}{1,3}次(?:全体|常委会|主席|代表)?(?:会议|全会|大会)`,
    `第${han}{1,3}次(?:全国|全体|党代|党员|主席|常委会?|代表|[省市区县])[\\p{Script=Han}]{0,6}?(?:会议?|大会)|第${han}{1,2}轮(?:巡|督)`,
    `(?<=党的)${han}{1,3}大|${han}{2,3}大(?=精神|报告|代表|以来)|一大(?=会址|纪念)`,
    '第[一二三](?:书记|副|产业|医院|人民|中学|小学|幼儿园|分[校院])|第一(?:责任人|责任|书记|议题|步)',
    '[一二三四](?:级(?=巡视员|调研员|主任|响应|医院|教授|高级|文物|保护)|[类期](?=工程|项目|建设|地区|保护))',
    // Months, days, quarters and halves of a year say when.
    '(?<![\\d.]|历时|持续|为期|长达|满|耗时)(?:1[0-2]|[1-9])(?:[至-](?:1[0-2]|[2-9]))?月(?:份|(?:[12]\\d|3[01]|[1-9])日)?',
    '[正二三四五六七八九十冬腊]月(?:初[一二三四五六七八九十]|[一二三四五六七八九十]{1,3}(?!大|个|家|场))',
    '第?[一二三四]季度(?!\\d)|[上下]半年|半年(?:度|会|工作|总结)|一年(?:来|一度|春|接着一年)|新的一年|[上下]午[一二三四五六七八九十]{1,2}点',
    '(?<!\\d)\\d{1,2}·\\d{1,2}(?!\\d)|\\d{2}世纪\\d0年代',
    // 5G、3D、4A级、G60、PM2.5、2.0版
    '(?<![\\d.])[1-9](?:[GDK]|A(?=级|景区))(?![A-Za-z\\d])',
    `(?<![A-Za-z\\d])[A-Za-z]{1,5}-?\\d{1,4}(?:\\.\\d)?(?![\\d.,:：/%％‰]|${more}${counters})`,
    '(?<![\\d.])[1-9]\\.0(?=版|时代|模式)',
    // 12345热线、120急救、拨打110、320国道、1号线、南溪路12号、301会议室、3号楼、0573-…、〔2025〕3号
    '(?<![\\d.])\\d{3,6}(?=[\\p{Script=Han}]{0,8}热线|急救|报警)|(?<=拨打|热线|专线)\\d{3,6}(?!\\d)|(?<=[拨打线][\\d、]{3,16})\\d{3,6}(?!\\d)',
    '\\d{1,3}(?=国道|省道|县道|路公交|号线|号楼|会议室|弄|号院)|(?<=[路街巷弄])\\d{1,4}(?:-\\d{1,3})?号|(?<=[A-Z]座|[楼弄幢])\\d{1,4}[楼层号室]|\\d{1,3}幢(?:\\d单元)?(?:\\d{3,4}室)?',
    '(?<!\\d)0\\d{2,3}-\\d{7,8}(?!\\d)|(?<=邮编：?)\\d{6}|〔\\d{4}〕\\d{1,4}号',
    `(?:[又再]|这样|哪怕)一[个次](?!${counted})`,
    `(?<!${beforeOne}|[共仅只总计达])一个(?!${counted}|[，。、；：）”]|$)`,
    '(?<![共仅只总计])一批',
    // What is laid, built, handed in or fought as one is a figure of speech: 一份答卷、一座连心桥、一套组合拳.
    '一(?:份[^，。]{0,3}答卷|条[^，。]{0,3}新?路|套[^，。]{0,2}组合拳|座[^，。]{0,3}桥|张(?:网|图|卡)|条[心龙]|支[^，。]{0,6}队伍)',
  ].join('|'),
  'gu',
)

/** A quantity found in text, by its offset. */
export interface FoundQuantity {
  index: number
  text: string
}

/** Text with every exact phrase replaced by as many object characters, so that nothing in it is found. */
export function maskPhrases(text: string, phrases: Iterable<string>): string {
  const longestFirst = [...phrases].filter(Boolean).sort((a, b) => b.length - a.length)
  return longestFirst.reduce(
    (masked, phrase) => masked.replaceAll(phrase, '\uFFFC'.repeat(phrase.length)),
    text,
  )
}

/** Text with the names and times in it that count nothing replaced by as many object characters. */
const maskNames = (text: string) => text.replace(names, (name) => '\uFFFC'.repeat(name.length))

/**
 * Digits of any width or shape and Han-numeral quantities (12场、①、六大类、第三、百分之五、近百家、半年)
 * in text outside the given exact phrases; what holds a number and counts nothing (统一、十五届三次会议、12345热线、3月) is not found.
 */
export function findQuantities(text: string, phrases: Iterable<string> = []): FoundQuantity[] {
  return [...maskNames(maskPhrases(text, phrases)).matchAll(quantities)].map((match) => ({
    index: match.index,
    text: match[0],
  }))
}
