import { csvParseRows } from 'd3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows, formatCsv, formatSpreadsheetCsv, unguardFormula } from '../../src/datasets/csv.ts'
import { describeDataset } from '../../src/datasets/dataset.ts'
import { liaisonPointSchema } from '../../src/sets/liaisonPoints.ts'

const cell = (text: string) => csvParseRows(formatSpreadsheetCsv([[text]]).slice(1))[0]?.[0]

test.each(['=1+1', '+1', '-1', '@A1', ' =1', '\t1', '\u3000＝1', '＋1', '－1', '＠A1', '\uFEFF=1'])(
  'the text %j is no formula',
  (text) => {
    expect(cell(text)).toBe(`'${text}`)
    expect(csvParseRows(formatCsv([[text]]))[0]).toEqual([text])
  },
)

test.each(['80余个', '“=”', '2025-10', '。-1', "'引'", ''])(
  'the text %j stays as it is',
  (text) => {
    expect(cell(text)).toBe(text)
  },
)

test('numbers stay numbers, for programs and for spreadsheets', () => {
  expect(formatCsv([[-3, 55.8, 0]])).toBe('-3,55.8,0\r\n')
  expect(formatSpreadsheetCsv([[-3, 55.8, 0]])).toBe('\uFEFF-3,55.8,0\r\n')
})

test('what is not published is neither empty nor zero; what there is none of is empty', () => {
  const dataset = describeDataset(
    {
      name: 'example',
      title: '示例',
      record: liaisonPointSchema.pick({ hours: true, qrCodes: true, note: true }),
      rows: (file: object[]) => file,
    },
    [{ hours: null, qrCodes: 0, note: null }],
    { sources: [] },
  )
  expect(csvRows(dataset)).toEqual([
    ['hours', 'qrCodes', 'note'],
    ['未公布', 0, ''],
  ])
})

test('line breaks inside a cell are kept, and rows end with CRLF', () => {
  expect(formatCsv([['a\nb', 'c\r\nd'], ['e']])).toBe('"a\nb","c\r\nd"\r\ne\r\n')
})

test('any text comes back once the mark that keeps it from being run is taken off', () => {
  const character = fc.oneof(
    fc.constantFrom("'", '=', '-', '＝', ' ', '\t', '\uFEFF'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  )
  fc.assert(
    fc.property(fc.string({ unit: character }), (text) => {
      expect(unguardFormula(cell(text) ?? '')).toBe(text)
      expect(cell(text)).not.toMatch(/^\s*[=+\-@]/)
    }),
  )
})
