/** How a word limits a number. */
export type LimitKind =
  | 'bound'
  | 'range'
  | 'fraction'
  | 'vague'
  | 'rank'
  | 'rate'
  | 'plan'
  | 'estimate'
  | 'change'
  | 'result'
  | 'compared'
  | 'peak'
  | 'total'
  | 'period'
  | 'each'
  | 'condition'
  | 'denied'
  | 'name'
  | 'date'
  | 'unknown-before'
  | 'unknown-after'

/** A word that limits a number, or that is not known to limit nothing. */
export interface Limit {
  kind: LimitKind
  word: string
}

/** Words that limit no number they touch, by the side of the number on which they stand. */
export interface PlainWords {
  before: readonly string[]
  after: readonly string[]
}

/** A number in a phrase, with what stands around it; widths folded, no spaces. */
export interface Surrounded {
  /** What stands before the number and before the verb and the limit that are recorded with it. */
  before: string
  /** That verb and limit. */
  lead: string
  /** The numeral, without its 余 or 多. */
  numeral: string
  unit: string
  /** What stands after the unit and after the limit that is recorded with it. */
  after: string
  /** Whether it stands in quotation marks, as part of a name. */
  isName: boolean
}

/** What an observation says of its number besides the number, so that a word of the phrase may be left to it. */
export interface Told {
  /** Label and definition. */
  words: string
  period: string | null
}

const digit = '[\\d〇零一二两三四五六七八九十百千万亿]'
const han = /^[〇零一二两三四五六七八九十百千万亿]/
const boundary = '[,，。;；:：、!！?？“”‘’"\'《》〈〉「」『』【】()（）\\[\\]]'

const last = (pattern: string | RegExp) =>
  typeof pattern === 'string' ? new RegExp(`(?:${pattern})$`) : pattern

/** Limits that touch the number, or its verb, from before; ones that are recorded have been read already. */
const touching: readonly [LimitKind, RegExp][] = [
  [
    'bound',
    last(
      '超过了?|突破了?|不[只止仅]|何止|(?:保持|稳定|维持|限制|限定)在|冲破|迈过|跨过|越过|超出|多于|大于|高于|不下于?|起码|至少|不少于|不低于|不小于|少于|小于|低于|不足|不到|不满|未满|未达到?|不超过|不高于|不多于|不大于|至多|最多|最少|将近|接近|逼近|濒近|大约|约莫|约为|约合|大概|大致|足足|逾|破|(?<!高)超|(?<![节制契预公条签])约|(?<![最附贴亲走靠邻临拉新])近',
    ),
  ],
  ['fraction', last('分之|\\d[/:∶]')],
  ['range', last('\\d[、,]')],
  ['rank', last('第|首|(?<![目之以提此当眼年])前|头')],
  ['each', last('(?<!平)均|各|各有|各自')],
  ['condition', last('含')],
  ['name', last('[A-Za-z·.+×*#№-]')],
]

const up =
  '增长|增加(?!值)|新增|增幅|增速|净增|增收|增值|多增|增|提高|提升|上升|上涨|涨幅|涨|多了|扩大'
const down = '下降|减少|减量|降低|降幅|压减|压缩|缩减|缩短|缩小|回落|收窄|少了|跌|减|降'
const grown = `(?:${up}|${down}|升|扩|发展|缩)`

/** Limits that reach the number from anywhere before it in its clause; some may be left to the words of the observation. */
const reaching: readonly [LimitKind, RegExp, RegExp?][] = [
  ['result', new RegExp(`${grown}(?:到|至|为)|(?<![自理])由.+到|从.+到`)],
  [
    'rate',
    /每|人均|人人|[年月日周户天场次季班件家]均|平均|[按逐][年月日周季]|单[次场](?!最高)|日(?:处理|走访|接待)|(?:^|[,，])一次$/,
  ],
  ['estimate', /估算|估计|测算|推算|大概|大致|大体|约(?=[占为有计合需达])/],
  ['denied', /没有|并未|未能|尚未|从未|不曾|取消/],
  ['change', new RegExp(up), /[增升涨扩]|提高|多了/],
  ['change', new RegExp(down), /[减降缩跌]|回落|收窄|少了/],
  ['compared', /同比|环比|[比较]上|[比较]去年|同期|相比/, /同比|环比|上年|去年|同期|相比/],
  ['compared', /高出|领先|(?<!不)[高低]于/],
  ['rank', /首次|首个|首家|首批|首届|首创|排名|名列|位列|位居|跃居|居全|排全|排在|排第|位于前/],
  ['each', /分别|各(?!类|界|项|级|地|方|种|族|部门|位|有|自)/],
  ['total', /总(?!计|共|书记|理|经理|结|统|部|体|工会|商会|队|站|领)/, /总/],
]

/** Limits that reach a number from anywhere in its phrase. */
const anywhere: readonly [LimitKind, RegExp, RegExp?][] = [
  [
    'plan',
    /计划|规划(?!建设)|预计|预期|预测|力争|争取|目标|拟(?!定|订)|有望|或将|即将|将(?!近|军|士|领)|确保|准备|打算|控制在|原则上|努力|切实|任务|要求|明年|来年|下一?步|下阶段|待开展|[尚仍还]需|安排|部署|谋划|应当|不得|必须|须|预算|[可能应要需]达|为止/,
  ],
  ['peak', /新高|新低|峰值|高峰日|(?<!单日)最高(?!检|法|人民)|最低|最大|最长|最小/],
  ['rate', /每年|每月|每天|每人/],
  ['estimate', /不完全统计|初步统计|预估|暂计|估算/],
]

/** Words that say when; the observation then has a period. */
const periods =
  /全年|年内|届内|任期内|[今去当本]年|[上下]半年|季度|截至|以来|近年来|期间|\d{4}年|\d+[-—~至]\d+月|\d+月|[\d一二两三四五六七八九十]年/

/** Limits that touch the unit from after; ones that are recorded have been read already. */
const trailing: readonly [LimitKind, RegExp][] = [
  ['range', new RegExp(`^(?:[-—–~～]+|至|到)${digit}`)],
  ['each', new RegExp(`^[和与及或、](?=${digit})`)],
  ['fraction', new RegExp(`^(?:分之|之${digit}|半)`)],
  [
    'bound',
    /^(?:及以上|及以下|以上|以下|以内|之内|以外|左右|上下|之多|开外|有余|不等|不到|不足|出头|上限|下限|起|多|余|来)/,
  ],
  ['rate', /^(?:每|[/／])/],
]

/** Limits of something else in the clause, which the observation must not lose: 亿元以上的项目, 超过百人的企业12家. */
const condition = /及以[上下]|以[上下内]/
const farBound =
  '不少于|不低于|至少|起码|不超过|不高于|不多于|至多|最多|超过|突破|不到|不足|少于|接近|大约'
const otherBound = new RegExp(`(?:${farBound})(?=${digit})`)
/** A limit before the verb that leads to the number: 至少参加3次. */
const earlierBound = new RegExp(`(?:${farBound})(?!${digit})`)

const parts = /[成折倍番]/
const limitOf = (kind: LimitKind, word: string | undefined): Limit[] =>
  word ? [{ kind, word }] : []

/** The end of text, back to the last mark that ends a clause; what leads a list of numbers leads each of them. */
const lastClause = (text: string) =>
  (/[\d%‰点人件个次项]、$/.test(text) ? text.slice(0, -1) : text)
    .split(/[,，。;；、!！?？:：]/)
    .at(-1) ?? ''

function numeralLimits({ before, numeral, unit, isName }: Surrounded): Limit[] {
  const isHan = han.test(numeral)
  return [
    // 三四个 reads as 34: two digits side by side are a range.
    ...limitOf(
      'range',
      /^[一二两三四五六七八九]{2,3}(?![〇零一二三四五六七八九])/.exec(numeral)?.[0],
    ),
    ...limitOf('range', /[十百千][一二三四五六七八九]{2}/.exec(numeral)?.[0]),
    ...limitOf('range', new RegExp(`${digit}\\S{0,3}(?:[-—–~～]+|至|到)$`).exec(before)?.[0]),
    ...limitOf('fraction', parts.test(unit[0] ?? '') ? unit : undefined),
    ...limitOf('fraction', /^分之/.exec(unit)?.[0]),
    // 百家、千家、百十家 name no number.
    ...limitOf(
      'vague',
      isHan ? /^[百千万亿]|^百[一二三四五六七八九]?十/.exec(numeral)?.[0] : undefined,
    ),
    ...limitOf('vague', isHan ? /(?:[数几上成以])$/.exec(before)?.[0] : /几$/.exec(before)?.[0]),
    ...limitOf('name', isName ? `${numeral}${unit}` : undefined),
    ...limitOf('name', /^(?:[A-Z]|强|热线)/.exec(unit)?.[0]),
    ...limitOf('bound', /以[上下内]|左右|上下|^[余多]/.exec(unit)?.[0]),
    ...limitOf('name', /\d/.exec(unit) ? unit : undefined),
    ...limitOf('date', /^(?:月|(?:日|号|点|时|号线)$)/.exec(unit)?.[0]),
    ...limitOf('period', /^年[来间]/.exec(unit)?.[0]),
    ...limitOf(
      'date',
      unit === '年' && /^(?:19|20)\d\d$/.test(numeral) ? `${numeral}年` : undefined,
    ),
    ...limitOf('rank', unit.startsWith('届') ? `${numeral}届` : undefined),
    ...limitOf('rank', unit.startsWith('次') ? /届$/.exec(before)?.[0] : undefined),
  ]
}

const unbracketed = (text: string) => text.replace(/[()（）]/g, '')
/** A limit in brackets after the unit: 12次（不足）. */
const bracketed =
  /^[(（](约|左右|上下|以[上下内]|不[到足满]|至[多少]|最[多少]|不超过|不少于|或[^)）]*|[^)）]*(?:估|暂|不完全)[^)）]*)[)）]/

/** Words that say which part of a time, or which year, is meant. */
const partOfTime =
  /\d{4}年|[上下]半年|[去前]年|第?[一二三四]季度|\d+[-—~至]\d+月|[一两二三四五六七八九十]年来/g

/** What a phrase says of time and the period does not. */
function untold(before: string, period: string | null): string | undefined {
  if (period === null) return periods.exec(before)?.[0]
  const said = [...before.matchAll(partOfTime)].map(([word]) => word)
  return said.find((word) => !period.normalize('NFKC').includes(word))
}

function surroundingLimits({ before, lead, after }: Surrounded, { words, period }: Told): Limit[] {
  const near = lastClause(before) + lead
  // （约）12次 and 12次（左右） say what 约12次 and 12次左右 say.
  const found = [
    ...touching.flatMap(([kind, pattern]) => limitOf(kind, pattern.exec(unbracketed(before))?.[0])),
    ...trailing.flatMap(([kind, pattern]) => limitOf(kind, pattern.exec(unbracketed(after))?.[0])),
    ...limitOf('bound', bracketed.exec(after)?.[1]),
  ]
  const further = (text: string, [kind, pattern, told]: (typeof reaching)[number]) =>
    told?.test(words) ? [] : limitOf(kind, pattern.exec(text)?.[0])
  const clause = lastClause(before)
  const conditions = (condition.exec(`${clause}\uFFFC${after}`) ?? otherBound.exec(clause))?.[0]
  return [
    ...found,
    ...reaching.flatMap((each) => further(near, each)),
    ...anywhere.flatMap((each) => further(`${before}${lead}\uFFFC${after}`, each)),
    ...limitOf('condition', conditions && !words.includes(conditions) ? conditions : undefined),
    ...limitOf('bound', earlierBound.exec(clause)?.[0]),
    ...limitOf('period', untold(before, period)),
  ]
}

/** Whether the two letters next to a number stand in the words of its observation too. */
const isTold = (piece: string, words: string) => piece.length === 2 && words.includes(piece)

function unknownWords({ before, after }: Surrounded, { words }: Told, plain: PlainWords): Limit[] {
  const opensClear =
    before === '' ||
    last(boundary).test(before) ||
    // Left to the label, or it would have been found before.
    last(`${up}|${down}`).test(before) ||
    plain.before.some((word) => before.endsWith(word)) ||
    isTold(before.slice(-2), words)
  const endsClear =
    after === '' ||
    new RegExp(`^${boundary}`).test(after) ||
    plain.after.some((word) => after.startsWith(word)) ||
    isTold(after.slice(0, 2), words)
  return [
    ...limitOf('unknown-before', opensClear ? undefined : lastClause(before).slice(-4)),
    ...limitOf('unknown-after', endsClear ? undefined : after.slice(0, 4)),
  ]
}

/**
 * What limits a number in its phrase beyond what is recorded with it. Empty only when all that touches the number
 * is known to limit nothing, and nothing in its clause does; a word that is not known is itself reported.
 */
export function limitsOf(surrounded: Surrounded, told: Told, plain: PlainWords): Limit[] {
  const found = [...numeralLimits(surrounded), ...surroundingLimits(surrounded, told)].filter(
    ({ word }, index, all) =>
      !all.some((other, at) => other.word.includes(word) && (other.word !== word || at < index)),
  )
  return found.length > 0 ? found : unknownWords(surrounded, told, plain)
}
