/** What may stand between a numeral and its measure word. */
export const more = '[余多来几]?[万亿]?'

/** Measure words; a lookahead excludes those that begin a longer word (期间、支持、部署…). */
export const counters = `(?:${[
  '人次|大类|个|家|场|次|件|份|项|条|类|位(?!于|居|列)|名|人|户|篇|张|处|步|句|幅|格|宗|笔|座|间|套|册|台|辆|栋|款|株|棵',
  '种(?!植|养)|支(?!持|撑|援)|部(?!署)|所(?!以|有|谓|需)|例(?!如|外|会)|起|块|点|段|章|道|层|级|大(?!约|于)',
  '年|月|日|天|周|季度|季|届|期(?!间|待|望|盼)|小时|分钟|秒|星期|岁|轮|批',
  '倍|番|元(?!化|素|旦)|公里|千米|米|亩|方面|部分|环节|镇(?!静|定)|街道|村|社区|乡|县|组',
].join('|')})`

/** Characters that form a word with a following 一 that counts nothing: 统一、进一步、新一轮、每一个. */
export const beforeOne =
  '[第每另同某任哪这那上下新前后唯逐单统不划专万之其合归如进〇零一二三四五六七八九十]'
