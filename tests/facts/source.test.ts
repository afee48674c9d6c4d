import { expect, test } from 'vitest'
import { formatSource, mainSource } from '../../src/facts/source.ts'
import type { Observation } from '../../src/schemas/observation.ts'
import { edition } from '../charts/edition2025.ts'

const article = {
  id: 'article',
  title: '示例文章',
  short: '原文',
  describes: '事实。',
  parts: [{ name: '第四部分' }, { name: '图注', each: '条' }],
  publisher: null,
  date: null,
  licence: null,
  url: null,
}

const words = (phrase: string, section: '第四部分' | '图注' = '第四部分') =>
  formatSource({ document: 'article', section, paragraph: 2, phrase }, [article])

test('a place in the source is told in one kind of numeral', () => {
  expect(words('112个村社')).toBe('原文第四部分第二段，“112个村社”')
  expect(words('专题协商会', '图注')).toBe('原文图注第二条，“专题协商会”')
})

test('every quotation within the quoted words takes the inner marks', () => {
  expect(words('“清明”“五一”期间')).toBe('原文第四部分第二段，“‘清明’‘五一’期间”')
  expect(words('“码上商”二维码171个')).toBe('原文第四部分第二段，“‘码上商’二维码171个”')
})

test('another document is called by its own name, and a misprint is told with its correction', () => {
  const ledger = {
    ...article,
    id: 'ledger',
    short: undefined,
    title: '提案台账',
    parts: [{ name: '附表', each: '行' }],
  }
  expect(
    formatSource(
      {
        document: 'ledger',
        section: '附表',
        paragraph: 3,
        phrase: '提案46件',
        misprint: { meant: '提案47件', reason: '合计与逐行相加不符' },
      },
      [article, ledger],
    ),
  ).toBe('提案台账附表第三行，“提案46件”（此处印错，应为“提案47件”：合计与逐行相加不符）')
})

test('the main source of an edition is the one that most of its numbers cite, and none while no number cites any', () => {
  const next = { ...article, id: 'next', title: '明年的材料' }
  const cites = (...documents: (string | null)[]) =>
    documents.map((document) => ({
      ...(edition.indicators[0] as Observation),
      source: document === null ? null : { document, section: '导语', paragraph: 1, phrase: '词' },
    }))
  const main = (...documents: (string | null)[]) =>
    mainSource({ indicators: cites(...documents), sources: [article, next] })?.id
  expect(main('next', 'article', 'next', null)).toBe('next')
  expect(main('article')).toBe('article')
  expect(main(null)).toBeUndefined()
})
