import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { listEditions, readRegisters } from '../../src/records/readRegisters.ts'
import { projectRoot } from '../../src/roots.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

const found = () => readRegisters(copy.root, 2025).problems.map(formatProblem)
const indicators = 'data/2025/indicators.json'

test('the edition of the project is read without a problem', () => {
  expect(listEditions(projectRoot)).toContain(2025)
  const { edition, problems } = readRegisters(projectRoot, 2025)
  expect(problems).toEqual([])
  expect(edition?.year).toBe(2025)
  expect(edition?.indicators.length).toBeGreaterThan(0)
})

describe('files', () => {
  test('a missing file is a problem, and there is no edition', () => {
    copy.remove('data/2025/figures.json')
    const { edition, problems } = readRegisters(copy.root, 2025)
    expect(edition).toBeUndefined()
    expect(problems).toMatchObject([{ file: 'data/2025/figures.json', found: '缺少这个文件' }])
  })

  test('an edition may do without a record set, unless something refers to its records', () => {
    copy.remove('data/2025/loop.json')
    expect(readRegisters(copy.root, 2025)).toMatchObject({ problems: [], edition: { year: 2025 } })
    expect(readRegisters(copy.root, 2025).edition).not.toHaveProperty('loop')
    copy.remove('data/2025/sessions.json')
    copy.edit(
      'data/2025/issues.json',
      '"records": []',
      '"records": [{ "id": "a", "session": "2025-q4", "status": "reported" }]',
    )
    expect(found()).toEqual([
      expect.stringMatching(
        /^data\/2025\/issues\.json:\d+:\d+ .*2025-q4.*sessions\.json 里的场次编号/,
      ),
    ])
  })

  test('an empty, an unreadable, a GBK and a BOM file are problems', () => {
    copy.write('data/publisher.json', '\n')
    copy.remove('data/glossary.json')
    mkdirSync(join(copy.root, 'data/glossary.json'))
    writeFileSync(join(copy.root, 'data/2025/issues.json'), Buffer.from([0xc4, 0xe3]))
    copy.write('data/2025/loop.json', `\uFEFF${copy.read('data/2025/loop.json')}`)
    expect(found()).toEqual([
      expect.stringMatching(/^data\/2025\/issues\.json:1:1 .*UTF-8/),
      expect.stringMatching(/^data\/2025\/loop\.json:1:1 .*BOM/),
      expect.stringMatching(/^data\/glossary\.json:1:1 .*EISDIR/),
      expect.stringMatching(/^data\/publisher\.json:1:1 .*空文件/),
    ])
  })

  test('a file that no schema knows is a problem, with the name it was meant to have', () => {
    copy.write('data/2025/sesions.json', '{}')
    copy.write('data/名单.xlsx', '')
    copy.write('data/.DS_Store', '')
    expect(found()).toEqual([
      expect.stringMatching(/^data\/2025\/sesions\.json:1:1 .*是不是 sessions\.json/),
      expect.stringMatching(/^data\/名单\.xlsx:1:1 /),
    ])
  })

  test('a list of proposals that no proposal has an entry for is a problem', () => {
    const line = copy.edit('data/2025/proposals.json', '"id": "handling"', '"id": "handlings"')
    expect(found()).toEqual([
      expect.stringMatching(
        new RegExp(`^data/2025/proposals\\.json:${line}:\\d+ .*“handlings”.*“handling”`),
      ),
    ])
  })

  test('the same list twice is a problem', () => {
    copy.edit('data/2025/proposals.json', '"id": "handling"', '"id": "suggestion"')
    expect(found()).toEqual([expect.stringContaining('重复的“suggestion”')])
  })

  test('a syntax error in one file does not hide what is wrong in another', () => {
    const comma = copy.edit('data/2025/sessions.json', '"date": null,', '"date": null')
    const type = copy.edit(indicators, '"value": 12,', '"value": "12",')
    expect(found()).toEqual([
      expect.stringContaining(`${indicators}:${type}:14 发现文本“12”；应为数字或 null`),
      expect.stringMatching(new RegExp(`^data/2025/sessions\\.json:${comma}:\\d+ .*逗号`)),
    ])
  })

  test('a broken register still resolves the references to what is written in it', () => {
    copy.edit(indicators, '"period": null,', '"period": null;')
    expect(found()).toHaveLength(1)
  })
})

describe('what only a machine would write', () => {
  const publisher = 'data/publisher.json'
  test.each([
    [publisher, '{', '{ "__proto__": { "x": 1 },', /:1:3 发现属性“__proto__”/],
    [publisher, '{', '{ "constructor": null,', /:1:3 发现未知的属性“constructor”/],
    ['data/2025/figures.json', '"recorded": {', '"recorded": { "__proto__": 1,', /“__proto__”/],
    [indicators, '"period": null', `"period": ${'['.repeat(90_000)}`, /发现套了 20 层以上的括号/],
    [indicators, '"value": 12,', '"value": 1e308,', /:6:14 发现数字 1e\+308；应为不大于/],
    [indicators, '"paragraph": 2', '"paragraph": 1000000000000000', /应为不大于 999 的数/],
    [indicators, '"value": 12,', '"value": 1e999,', /:6:14 发现数字 Infinity/],
    [indicators, '"label": "', `"label": "${'好'.repeat(100_000)}`, /:4:14 发现\d+ 个字的文字/],
    [indicators, '"label": "', `"label": "${'好'.repeat(60)}`, /:4:14 发现.*至多 40 个字/],
    [indicators, '"label": "', '"label": " ', /:4:14 发现首尾的空格/],
    [publisher, '"organizer": null', '"organizer": " "', /发现空白的文字/],
    [publisher, '"correctionsUrl": null', '"correctionsUrl": "javascript:x"', /完整的网址/],
    ['data/2025/captions.json', '"image": null', '"image": ""', /应为文件名，不带文件夹/],
  ])('%s: %s', (file, before, after, message) => {
    copy.edit(file, before, after)
    const lines = found().filter((line) => line.startsWith(file))
    expect(lines.join('\n')).toMatch(message)
  })

  test('a list of towns without any', () => {
    copy.write('data/towns.json', JSON.stringify({ note: '示例。', towns: [] }))
    expect(found()).toContainEqual(expect.stringContaining('应为至少 1 项的列表'))
  })
})

describe('keys and references', () => {
  test('an id that occurs twice is named at its second place', () => {
    const line = copy.edit('data/2025/captions.json', '"going-overseas"', '"soe-reform"')
    expect(found()).toEqual([
      expect.stringContaining(`data/2025/captions.json:${line}:11 发现重复的“soe-reform”`),
    ])
  })

  test('a home line may do without a small drawing, but not name one that there is not', () => {
    const initiatives = 'data/2025/initiatives.json'
    const line = copy.edit(initiatives, '"drawing": "network"', '"drawing": "map"')
    expect(found()).toEqual([
      expect.stringMatching(new RegExp(`^${initiatives}:${line}:\\d+ 发现文本“map”.*“network”`)),
    ])
    copy.edit(initiatives, '    "drawing": "map",\n', '')
    expect(found()).toEqual([])
  })

  test('the same id in two lists is no repetition', () => {
    copy.edit('data/2025/supervision.json', '"over-inspection"', '"part-1"')
    expect(found()).toEqual([])
  })

  test.each([
    ['data/2025/sessions.json', '"stated": "consultation.sessions"', 'consultation.sesions'],
    ['data/2025/figures.json', '"chapter": "consultation"', 'consultations'],
    ['data/2025/captions.json', '"document": "article"', 'articles'],
    ['data/towns.json', '"source": "geonames"', 'geoname'],
    ['data/2025/initiatives.json', '"indicator": "learning.visits"', 'learning.visit'],
    ['data/2025/supervision.json', '"statedMembers": "supervision.members"', 'supervision.member'],
    [
      'data/2025/cases.json',
      '"indicator": "public-opinion.luxi-visitors"',
      'public-opinion.luxi-visitor',
    ],
  ])('%s: a reference to nothing suggests what was meant', (file, written, wrong) => {
    const right = written.split('"')[3] as string
    const line = copy.edit(file, written, written.replace(right, wrong))
    expect(found()).toEqual([expect.stringContaining(`${file}:${line}:`)])
    expect(found()[0]).toContain(`没有登记的“${wrong}”`)
    expect(found()[0]).toContain(`是不是“${right}”`)
  })

  test('a point names a town, an issue a session', () => {
    const town = copy.edit('data/2025/liaison-points.json', '"town": null', '"town": "330402999"')
    const issue = {
      id: 'issue-1',
      title: '示例问题',
      category: null,
      session: '2025-q3',
      department: null,
      steps: null,
      outcome: null,
      status: 'reported',
    }
    copy.edit('data/2025/issues.json', '"records": []', `"records": [${JSON.stringify(issue)}]`)
    expect(found()).toEqual([
      expect.stringMatching(/^data\/2025\/issues\.json:.*没有登记的“2025-q3”/),
      expect.stringMatching(
        new RegExp(`^data/2025/liaison-points\\.json:${town}:.*没有登记的“330402999”`),
      ),
    ])
  })
})

test('of a session, a point and an issue only what is known need be written', () => {
  const copy = copyContent()
  const add = (file: string, record: object) => {
    const set = JSON.parse(copy.read(file))
    copy.write(file, JSON.stringify({ ...set, records: [record, ...set.records.slice(1)] }))
  }
  const { records } = JSON.parse(copy.read('data/2025/liaison-points.json'))
  add('data/2025/sessions.json', { id: '2025-q4', date: '2025-03-05', status: 'reported' })
  add('data/2025/issues.json', { id: 'issue-01', title: '示例', status: 'reported' })
  add('data/2025/liaison-points.json', { id: records[0].id, name: '示例', status: 'reported' })
  const { edition, problems } = readRegisters(copy.root, 2025)
  expect(problems).toEqual([])
  expect(edition?.sessions?.records[0]).toMatchObject({ period: null, firms: null, source: null })
  expect(edition?.issues?.records[0]).toMatchObject({ session: null, steps: null })
})

describe('values', () => {
  test.each([
    ['"value": 12,', '"value": null,'],
    ['"status": "reported"', '"status": "undisclosed"'],
  ])('%s against its status: %s', (from, to) => {
    copy.edit(indicators, from, to)
    expect(found()).toEqual([expect.stringMatching(/^data\/2025\/indicators\.json:6:14 /)])
  })

  test('a phrase that says another number is named with the line of the value', () => {
    const line = copy.edit(indicators, '"phrase": "12场', '"phrase": "13场')
    expect(found()).toEqual([
      expect.stringMatching(
        new RegExp(`^${indicators}:${line}:17 .*数：13；应为与第 6 行的 value`),
      ),
    ])
  })

  test('more records than the source states are named at the first that is too many', () => {
    const file = 'data/2025/loop.json'
    const { records, ...set } = JSON.parse(copy.read(file))
    const extra = { ...records[0], id: 'step-8', order: 8 }
    copy.write(file, JSON.stringify({ ...set, records: [...records, extra] }, null, 2))
    expect(found()).toEqual([
      expect.stringMatching(/^data\/2025\/loop\.json:\d+:\d+ 发现已登记 8 条；应为至多 7 条/),
    ])
  })

  test('coordinates come with their reference system, a town’s with precision and source', () => {
    copy.edit(
      'data/2025/liaison-points.json',
      '"coordinates": null',
      '"coordinates": [120.7, 30.7]',
    )
    copy.edit('data/2025/liaison-points.json', '"crs": null', '"crs": null')
    const precision = copy.edit('data/towns.json', '"precisionKm": 1.5', '"precisionKm": null')
    expect(found()).toEqual([
      expect.stringMatching(/^data\/2025\/liaison-points\.json:\d+:\d+ 发现有坐标而没有坐标系/),
      expect.stringMatching(/^data\/2025\/liaison-points\.json:\d+:\d+ 发现状态是“未公布”/),
      expect.stringContaining(`data/towns.json:${precision}:`),
    ])
  })

  test('a day that no calendar has is named, with how to write one', () => {
    const line = copy.edit('data/2025/sessions.json', '"date": null', '"date": "2025-02-30"')
    const time = copy.edit(
      'data/publisher.json',
      '"publishedAt": null',
      '"publishedAt": "2026-13-05 09:00"',
    )
    expect(found()).toEqual([
      expect.stringMatching(
        new RegExp(`^data/2025/sessions\\.json:${line}:\\d+ 发现文本“2025-02-30”；应为2025-11-20 `),
      ),
      expect.stringMatching(
        new RegExp(
          `^data/publisher\\.json:${time}:\\d+ 发现文本“2026-13-05 09:00”；应为2026-01-05 09:00，`,
        ),
      ),
    ])
  })

  test('a session lies in the time that the source gives it', () => {
    const dated = (date: string) => {
      const set = JSON.parse(copy.read('data/2025/sessions.json'))
      const records = [{ ...set.records[0], date }]
      copy.write('data/2025/sessions.json', JSON.stringify({ ...set, records }))
      return found()
    }
    expect(dated('2025-11-20')).toEqual([])
    for (const date of ['2025-03-10', '2024-11-20'])
      expect(dated(date)).toEqual([
        expect.stringContaining(`发现日期 ${date}；应为2025年第四季度里的一天`),
      ])
  })

  test('the three years of a dated event agree', () => {
    copy.edit('data/2025/timeline.json', '"datetime": "2023"', '"datetime": "2024"')
    expect(found()).toEqual([
      expect.stringMatching(/timeline\.json:\d+:\d+ 发现年份 2024；应为2023/),
    ])
  })

  test('only what lies ahead leads to a chapter at the end of the home page', () => {
    const line = copy.edit(
      'data/2025/timeline.json',
      '"open": true,\n    "chapter"',
      '"open": false,\n    "chapter"',
    )
    expect(found()).toEqual([
      expect.stringContaining(`timeline.json:${line + 1}:16 发现已发生的事写了 chapter“outlook”`),
    ])
  })
})
