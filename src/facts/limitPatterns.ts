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

/** A character of a number, in Arabic or Chinese numerals. */
export const digit = '[\\d〇零一二两三四五六七八九十百千万亿]'
/** A number written in Chinese numerals. */
export const han = /^[〇零一二两三四五六七八九十百千万亿]/
/** A punctuation mark, beyond which a word no longer limits a number. */
export const boundary = '[,，。;；:：、!！?？“”‘’"\'《》〈〉「」『』【】()（）\\[\\]]'

/** A pattern at the end of a text. */
export const last = (pattern: string | RegExp) =>
  typeof pattern === 'string' ? new RegExp(`(?:${pattern})$`) : pattern

/** Limits directly before the number or its verb; recorded ones were read before. */
export const touching: readonly [LimitKind, RegExp][] = [
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

/** Words for an increase. */
export const increases =
  '增长|增加(?!值)|新增|增幅|增速|净增|增收|增值|多增|增|提高|提升|上升|上涨|涨幅|涨|多了|扩大'
/** Words for a decrease. */
export const decreases = '下降|减少|减量|降低|降幅|压减|压缩|缩减|缩短|缩小|回落|收窄|少了|跌|减|降'
const grown = `(?:${increases}|${decreases}|升|扩|发展|缩)`

/**
 * Limits that apply from anywhere earlier in the number's clause; some may be covered by the words of the observation.
 */
export const reaching: readonly [LimitKind, RegExp, RegExp?][] = [
  ['result', new RegExp(`${grown}(?:到|至|为)|(?<![自理])由.+到|从.+到`)],
  [
    'rate',
    /每|人均|人人|[年月日周户天场次季班件家]均|平均|[按逐][年月日周季]|单[次场](?!最高)|日(?:处理|走访|接待)|(?:^|[,，])一次$/,
  ],
  ['estimate', /估算|估计|测算|推算|大概|大致|大体|约(?=[占为有计合需达])/],
  ['denied', /没有|并未|未能|尚未|从未|不曾|取消/],
  ['change', new RegExp(increases), /[增升涨扩]|提高|多了/],
  ['change', new RegExp(decreases), /[减降缩跌]|回落|收窄|少了/],
  ['compared', /同比|环比|[比较]上|[比较]去年|同期|相比/, /同比|环比|上年|去年|同期|相比/],
  ['compared', /高出|领先|(?<!不)[高低]于/],
  ['rank', /首次|首个|首家|首批|首届|首创|排名|名列|位列|位居|跃居|居全|排全|排在|排第|位于前/],
  ['each', /分别|各(?!类|界|项|级|地|方|种|族|部门|位|有|自)/],
  ['total', /总(?!计|共|书记|理|经理|结|统|部|体|工会|商会|队|站|领)/, /总/],
]

/** Limits that apply from anywhere in the number's phrase. */
export const anywhere: readonly [LimitKind, RegExp, RegExp?][] = [
  [
    'plan',
    /计划|规划(?!建设)|预计|预期|预测|力争|争取|目标|拟(?!定|订)|有望|或将|即将|将(?!近|军|士|领)|确保|准备|打算|控制在|原则上|努力|切实|任务|要求|明年|来年|下一?步|下阶段|待开展|[尚仍还]需|安排|部署|谋划|应当|不得|必须|须|预算|[可能应要需]达|为止/,
  ],
  ['peak', /新高|新低|峰值|高峰日|(?<!单日)最高(?!检|法|人民)|最低|最大|最长|最小/],
  ['rate', /每年|每月|每天|每人/],
  ['estimate', /不完全统计|初步统计|预估|暂计/],
]

/** Words that state a time, which the observation must then have as its period. */
export const periods =
  /全年|年内|届内|任期内|[今去当本]年|[上下]半年|季度|截至|以来|近年来|期间|\d{4}年|\d+[-—~至]\d+月|\d+月|[\d一二两三四五六七八九十]年/

/** Limits directly after the unit; recorded ones were read before. */
export const trailing: readonly [LimitKind, RegExp][] = [
  ['range', new RegExp(`^(?:[-—–~～]+|至|到)${digit}`)],
  ['each', new RegExp(`^[和与及或、](?=${digit})`)],
  ['fraction', new RegExp(`^(?:分之|之${digit}|半)`)],
  [
    'bound',
    /^(?:及以上|及以下|以上|以下|以内|之内|以外|左右|上下|之多|开外|有余|不等|不到|不足|出头|上限|下限|起|多|余|来)/,
  ],
  ['rate', /^(?:每|[/／])/],
]

/** Conditions on something else in the clause, which the observation must keep: 亿元以上的项目, 超过百人的企业12家. */
export const condition = /及以[上下]|以[上下内]/
const farBound =
  '不少于|不低于|至少|起码|不超过|不高于|不多于|至多|最多|超过|突破|不到|不足|少于|接近|大约'
/** A limit directly before another number of the clause. */
export const otherBound = new RegExp(`(?:${farBound})(?=${digit})`)
/** A limit before the verb that leads to the number: 至少参加3次. */
export const earlierBound = new RegExp(`(?:${farBound})(?!${digit})`)

/** Units that make a number a fraction or a multiple of another. */
export const parts = /[成折倍番]/
/** A limit in brackets after the unit: 12次（不足）. */
export const bracketed =
  /^[(（](约|左右|上下|以[上下内]|不[到足满]|至[多少]|最[多少]|不超过|不少于|或[^)）]*|[^)）]*(?:估|暂|不完全)[^)）]*)[)）]/

/** Words for a part of a period, or for a particular year. */
export const partOfTime =
  /\d{4}年|[上下]半年|[去前]年|第?[一二三四]季度|\d+[-—~至]\d+月|[一两二三四五六七八九十]年来/g
