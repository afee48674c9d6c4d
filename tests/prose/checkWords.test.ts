import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src/documents/jsonDocument.ts'
import { strayQualifiers } from '../../src/prose/checkQualifiers.ts'
import { brokenPhrases, unboundQuantities } from '../../src/prose/checkWords.ts'
import { copyPassages } from '../../src/prose/passage.ts'
import type { Observation } from '../../src/schemas/observation.ts'
import { captionsSchema } from '../../src/sets/captions.ts'
import { chapterOf, headLines } from './chapter.ts'

const rules = { allowed: ['三张清单', '闭环七步法'], indicators: [] as Observation[] }
const unbound = (body: string) =>
  unboundQuantities(chapterOf(body).passages, rules).map(
    ({ line, column, found }) => `${line - headLines}:${column} ${found}`,
  )

describe('quantities typed in prose', () => {
  test.each([
    ['共办理58件。', '1:4', '58件'],
    ['首行。\n\n共办理５８件。', '3:4', '５８件'],
    ['共**58**件。', '1:4', '58件'],
    ['## 六大类问题', '1:4', '六大类'],
    ['- 三项工作', '1:3', '三项'],
    ['有<Term id="proposal">两件提案</Term>。', '1:22', '两件'],
    ['有<Fact id="example.firms" note="3家" />。', '1:33', '3家'],
    ['![三张照片](a.png)', '1:3', '三张'],
    ['`第三`', '1:2', '第三'],
    ['58件，又58件', '1:1', '58件'],
  ])('%s', (body, place, quantity) => {
    expect(unbound(body)[0]).toContain(`${place} 未绑定的数量“${quantity}”`)
  })

  test('the second of two equal quantities has its own place', () => {
    expect(unbound('58件，又58件').map((each) => each.split(' ')[0])).toEqual(['1:1', '1:6'])
  })

  test('bound figures, allowed phrases and words that count nothing pass', () => {
    const body =
      '“三张清单”与<Fact id="example.firms" />企业，进一步统一<When id="start-2024" />的闭环**七步**法。'
    expect(unbound(body)).toEqual([])
  })

  test('the indicator that was meant is suggested', () => {
    const qualifier = { bound: 'over', verb: null, scope: null, numerals: 'arabic' } as const
    const indicator = { id: 'example.firms', value: 80, unit: '个', qualifier, status: 'reported' }
    const [problem] = unboundQuantities(chapterOf('解决问题80余个。').passages, {
      ...rules,
      indicators: [indicator as Observation],
    })
    expect(problem?.hint).toBe('这里大约是 <Fact id="example.firms" />')
  })
})

test('copy in data is checked field by field, placeholders bound', () => {
  const caption = {
    id: 'a',
    chapter: 'example',
    text: '会上有{example.firms}企业、\\"两家\\"媒体。',
    missing: '时间未公布。',
    image: null,
    source: { document: 'article', section: '图注', paragraph: 1, phrase: '3家企业' },
  }
  const json = JSON.stringify([caption], null, 2).replaceAll('\\\\\\"', '\\"')
  const { document } = parseJson('data/2025/captions.json', json)
  if (!document) throw new Error('unreadable')
  const problems = unboundQuantities(copyPassages(document, captionsSchema), rules)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ line: 5, found: expect.stringContaining('两家') })
  const line = json.split('\n')[4] as string
  expect(line.slice((problems[0]?.column ?? 0) - 1)).toMatch(/^两家/)
})

describe('set phrases', () => {
  const phrases = [
    { phrase: '闭环七步法', fragment: '七步法' },
    { phrase: '四大攻坚', fragment: '攻坚' },
  ]
  const broken = (body: string) =>
    brokenPhrases(chapterOf(body).passages, phrases).map(
      ({ line, column, expected }) => `${line - headLines}:${column} ${expected}`,
    )

  test.each([
    ['推行七步法。', '1:3 完整的“闭环七步法”'],
    ['“闭环七步法”与七步法。', '1:9 完整的“闭环七步法”'],
    ['闭环<Term id="proposal">七步法</Term>。', '1:23 完整的“闭环七步法”'],
    ['助推攻坚。', '1:3 完整的“四大攻坚”'],
  ])('%s', (body, message) => {
    expect(broken(body)).toEqual([message])
  })

  test('whole phrases pass, in bold or in a term', () => {
    const body = '**闭环七步法**、“四大攻坚”、<Term id="proposal">闭环七步法</Term>'
    expect(broken(body)).toEqual([])
  })
})

describe('limits typed beside a bound figure', () => {
  const stray = (body: string) =>
    strayQualifiers(chapterOf(body).passages).map(({ found }) => found)
  const fact = '<Fact id="example.firms" />'

  test.each([
    `近${fact}`,
    `接近${fact}`,
    `约${fact}`,
    `超过${fact}`,
    `累计${fact}`,
    `每月召开${fact}`,
    `人均${fact}`,
    `${fact}余家`,
    `${fact}以上`,
  ])('%s', (body) => {
    expect(stray(body)).toHaveLength(1)
  })

  test.each([`附近${fact}`, `制约<Term id="proposal">提案</Term>以上`, `走访${fact}企业`])(
    '%s is no limit',
    (body) => {
      expect(stray(body)).toEqual([])
    },
  )
})
