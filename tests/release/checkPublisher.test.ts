import { expect, test } from 'vitest'
import type { Document } from '../../src/documents/document.ts'
import { parseJson } from '../../src/documents/jsonDocument.ts'
import { formatProblem } from '../../src/documents/problem.ts'
import { checkPublisher, isFake, unsetDetails } from '../../src/release/checkPublisher.ts'
import { publisherSchema } from '../../src/schemas/publisher.ts'

test.each([
  ['政协嘉兴市南湖区委员会办公室', false],
  ['0573-82222222', false],
  ['3304020012', false],
  ['浙ICP备05001234号-2', false],
  ['https://xxgk.nanhu.gov.cn/', false],
  ['12345政务服务便民热线', false],
  ['12345678', true],
  ['浙ICP备12345678号', true],
  ['0573-88888888', true],
  ['https://www.example.gov.cn/', true],
  ['某某单位', true],
  ['XX区政协', true],
  ['××区政协', true],
  ['待填', true],
  ['TODO', true],
  ['——', true],
  ['无', true],
])('%s: a stand-in or not', (text, expected) => {
  expect(isFake(text)).toBe(expected)
})

/** The problems of these details, which a publisher file holds one a line. */
function found(details: object, preview = false): string[] {
  const { document } = parseJson('data/publisher.json', JSON.stringify(details, null, 2))
  const publisher = publisherSchema.parse(details)
  return checkPublisher(document as Document, publisher, { preview }).map(formatProblem)
}

const whole = {
  organizer: '政协嘉兴市南湖区委员会办公室',
  contact: '0573-82220001',
  publishedAt: '2026-12-01 09:00',
}

test('a release needs the publisher, how to reach it and the date; a preview does not', () => {
  expect(found(whole)).toEqual([])
  expect(found({ ...whole, organizer: null, contact: null, publishedAt: null })).toEqual([
    expect.stringMatching(/^data\/publisher\.json:2:16 发现没有填的 organizer（主办单位）/),
    expect.stringMatching(/^data\/publisher\.json:3:14 发现没有填的 contact（联系方式）/),
    expect.stringMatching(/^data\/publisher\.json:4:18 发现没有填的 publishedAt（发布时间）/),
  ])
  expect(found({}, true)).toEqual([])
})

test('stand-ins and the stamp of a fictional edition are refused where they stand', () => {
  const publicSecurity = { number: '浙公网安备33040202000123号', code: '00000000000000' }
  expect(found({ ...whole, icp: '待填', publicSecurity, stamp: '示例数据' })).toEqual([
    expect.stringMatching(/^data\/publisher\.json:5:10 发现不像是真的“待填”/),
    expect.stringMatching(/^data\/publisher\.json:8:13 发现不像是真的“00000000000000”/),
    expect.stringMatching(/^data\/publisher\.json:10:12 发现戳记“示例数据”/),
  ])
})

test('details that may be missing are listed by name', () => {
  expect(unsetDetails(publisherSchema.parse({ ...whole, icp: '浙ICP备05001234号' }))).toEqual([
    '“我为政府网站找错”的网址',
    '网站标识码',
    '公安备案',
    '审图号',
  ])
})
