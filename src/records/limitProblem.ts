import type { ProblemWords } from '../documents/problem.ts'
import type { LimitKind } from '../facts/limitPatterns.ts'

/** The name of a kind of limit, and how to record such a number, or what to do if it cannot be recorded. */
const limitWords: Record<LimitKind, { name: string; hint: string }> = {
  bound: {
    name: '数的界',
    hint: '这样的界还不能登记；换一处写法是“余”“近”或没有界的原词，没有就先不登记，不要只填数',
  },
  range: {
    name: '区间',
    hint: '区间还不能登记，也不要只填一头；两头是两个数的，各登记一条，没有就先不登记',
  },
  fraction: {
    name: '分数、成、折或倍数',
    hint: '原文另写百分数的，按百分数登记（单位 %）；没有就先不登记，不自行折算',
  },
  vague: { name: '虚数', hint: '虚数没有确定的值，不登记；换一处写出数的原词' },
  rank: { name: '名次或次序', hint: '名次、届次、首次不是数量，不登记；写进正文的提法要逐字照录' },
  rate: {
    name: '频率或平均',
    hint: '“每……”“人均”“年均”还不能登记；换一处写合计的原词，没有就先不登记',
  },
  plan: { name: '计划或目标', hint: '计划的数不是做到的数，不登记；换一处写完成情况的原词' },
  estimate: {
    name: '估计',
    hint: '估计的数，原文没有别的写法就先不登记；本站推算的才把 status 写作 estimated',
  },
  change: {
    name: '增减',
    hint: '这是增减的幅度：label 要说出是增还是降（例如“检查户数降幅”）',
  },
  result: {
    name: '变化后的数',
    hint: '由多少变到多少还不能登记成一个数；换一处只写结果的原词，没有就先不登记',
  },
  compared: {
    name: '比较',
    hint: '与别的时期、地方相比的数：label 或 definition 要写出与什么相比；高出、低于还不能登记',
  },
  peak: { name: '极值', hint: '只有“单日最高”能登记（scope）；别的极值先不登记' },
  total: { name: '总数', hint: '这是总数：label 或 definition 要写出“总”' },
  period: { name: '期间', hint: '把原文写的时间填进 period' },
  each: {
    name: '“各”“分别”',
    hint: '几样东西各自的数还不能从一句里登记；换一处只说一样的原词，没有就先不登记',
  },
  condition: {
    name: '以上、以下等条件',
    hint: '条件不是这个数的界，label 或 definition 要照原文写出它（例如“亿元以上的项目”）',
  },
  denied: { name: '否定', hint: '没有做到、取消了的数不登记；换一处写做到多少的原词' },
  name: { name: '名称里的数', hint: '名称、编号里的数字不是数量，不登记' },
  date: { name: '日期或时刻', hint: '日期、时刻写进 timeline.json 或 period，不登记为指标' },
  'unknown-before': {
    name: '不认识的词',
    hint: '限定这个数的，不能照原数登记；不限定的，用进 label 或 definition，或者把它加进 data/plain-words.json 的 before',
  },
  'unknown-after': {
    name: '不认识的词',
    hint: '限定这个数的，不能照原数登记；不限定的，用进 label 或 definition，或者把它加进 data/plain-words.json 的 after',
  },
}

/** The problem of a number that its phrase limits by `word`. */
export function limitProblem(kind: LimitKind, phrase: string, word: string): ProblemWords {
  const { name, hint } = limitWords[kind]
  const side = kind === 'unknown-before' ? '前面' : kind === 'unknown-after' ? '后面' : undefined
  return {
    found: side
      ? `原词${phrase}里紧挨着数${side}的“${word}”，${name}`
      : `原词${phrase}里限定这个数的“${word}”（${name}）`,
    expected: side ? '已知不限定数的词' : '能照原文登记的数',
    hint,
  }
}
