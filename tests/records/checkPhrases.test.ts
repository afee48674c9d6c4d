import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { readRegisters } from '../../src/records/readRegisters.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

const indicators = 'data/2025/indicators.json'
let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

/** The problem found if the learning visits are recorded from another phrase, and its line. */
function entered(phrase: string) {
  const line = copy.edit(indicators, '先后组织开展学习活动11次', phrase)
  return { line, found: readRegisters(copy.root, 2025).problems.map(formatProblem) }
}

test.each([
  ['少于11次', '限定这个数的“少于”（数的界）', '还不能登记'],
  ['约11余次', '界（bound）：另一种限定“约…余”', '两个界的数还不能登记'],
  ['不少于11次', '界（bound）：at-least，“不少于”', '"bound": "at-least", "word": "不少于"'],
  ['第11次', '限定这个数的“第”（名次或次序）', '名次、届次、首次不是数量'],
  ['每月11次', '限定这个数的“每月”（频率或平均）', '换一处写合计的原词'],
  ['计划11次', '限定这个数的“计划”（计划或目标）', '换一处写完成情况的原词'],
  ['9—11次', '限定这个数的“9—”（区间）', '不要只填一头'],
  ['咕噜11次', '紧挨着数前面的“咕噜”，不认识的词', 'data/plain-words.json 的 before'],
])('%s is refused at its line, saying what to do', (phrase, says, hint) => {
  const { line, found } = entered(phrase)
  expect(found).toEqual([
    expect.stringMatching(new RegExp(`^${indicators}:${line}:\\d+ 发现原词“${phrase}”`)),
  ])
  expect(found[0]).toContain(says)
  expect(found[0]).toContain(hint)
})

test('a word that an editor lists is known from then on', () => {
  copy.edit('data/plain-words.json', '"before": [', '"before": [\n    "咕噜",')
  expect(entered('咕噜11次').found).toEqual([])
})

test('without a list only words of the observation itself are known', () => {
  copy.remove('data/plain-words.json')
  const { found } = entered('先后学习活动11次')
  expect(found.join('\n')).not.toContain('先后学习活动11次')
  expect(found.join('\n')).toContain('不认识的词')
})

test('what is said of a limit is said in the word that the number has', () => {
  const line = copy.edit(indicators, '企业疑难问题80余个', '企业疑难问题80多个')
  copy.edit(indicators, '"bound": "over",', '"bound": "over",\n      "word": "多",')
  for (const quoting of ['figures', 'issues'])
    copy.edit(`data/2025/${quoting}.json`, '企业疑难问题80余个', '企业疑难问题80多个')
  const found = readRegisters(copy.root, 2025).problems.map(formatProblem)
  expect(found).toEqual([expect.stringMatching(/caveat 里的“余”，这个数不带这个词；应为“多”/)])
  expect(Number(found[0]?.split(':')[1])).toBe(line + 3)
})
