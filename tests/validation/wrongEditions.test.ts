import { expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { validate } from '../../src/validation/validate.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

/** What an edition may get wrong as a whole, what is done to one, and where and how it is said. */
const cases: [string, (copy: ContentCopy) => unknown, RegExp][] = [
  [
    'a file that every edition has is missing',
    ({ remove }) => remove('data/2025/figures.json'),
    /^data\/2025\/figures\.json:1:1 .*缺少这个文件/,
  ],
  [
    'a record set has a name that no code knows',
    ({ write }) => write('data/2025/visits.json', '{}'),
    /^data\/2025\/visits\.json:1:1 .*不认识的文件/,
  ],
  [
    'a source has no such section',
    ({ edit }) =>
      edit('data/2025/indicators.json', '"section": "第一部分"', '"section": "第六部分"'),
    /^data\/2025\/indicators\.json:\d+:\d+ .*没有的部分“第六部分”；应为.*第一部分、/,
  ],
  [
    'an indicator is gone that prose still states',
    ({ edit }) =>
      edit(
        'data/2025/indicators.json',
        '"id": "public-opinion.luxi-visitors"',
        '"id": "public-opinion.visitors"',
      ),
    /^content\/2025\/public-opinion\.mdx:\d+:\d+ .*没有登记的“public-opinion\.luxi-visitors”/,
  ],
  [
    'an initiative is led by an unknown indicator',
    ({ edit }) =>
      edit(
        'data/2025/initiatives.json',
        '"indicator": "supervision.groups"',
        '"indicator": "supervision.teams"',
      ),
    /^data\/2025\/initiatives\.json:\d+:\d+ .*没有登记的“supervision\.teams”/,
  ],
  [
    'a figure has no drawing',
    ({ edit }) => edit('data/2025/figures.json', '"id": "loop"', '"id": "lop"'),
    /^data\/2025\/figures\.json:\d+:\d+ .*没有画法的图“lop”.*是不是“loop”/,
  ],
  [
    'a figure has lost its record set',
    ({ remove }) => remove('data/2025/proposals.json'),
    /^content\/2025\/proposals\.mdx:\d+:\d+ .*图“three-lists”要画 proposals\.json，这一版没有/,
  ],
  [
    'a small drawing has lost its record set',
    ({ remove }) => remove('data/2025/learning.json'),
    /^data\/2025\/initiatives\.json:\d+:\d+ .*小图“visits”要画 learning\.json/,
  ],
  [
    'a figure names fewer indicators than it draws',
    ({ edit }) => edit('data/2025/figures.json', '"public-opinion.submitted", ', ''),
    /^data\/2025\/figures\.json:\d+:\d+ .*画不出的图“submissions”/,
  ],
  [
    'a chapter is gone that figures stand in',
    ({ remove }) => remove('content/2025/learning.mdx'),
    /^data\/2025\/figures\.json:\d+:\d+ .*没有登记的“learning”；应为content\/ 里有对应 MDX 文件的章/,
  ],
  [
    'a record refers to a set that the edition does not have',
    ({ remove, edit }) => {
      remove('data/2025/sessions.json')
      edit(
        'data/2025/issues.json',
        '"records": []',
        '"records": [{ "id": "a", "session": "2025-q4", "status": "reported" }]',
      )
    },
    /^data\/2025\/issues\.json:\d+:\d+ .*没有登记的“2025-q4”；应为sessions\.json 里的场次编号/,
  ],
  [
    'the cover is missing',
    ({ remove }) => remove('content/2025/edition.mdx'),
    /^content\/2025\/consultation\.mdx:2:8 .*没有章次 0；.*0 是首页的 edition\.mdx/,
  ],
  [
    'the edition says neither draft nor published',
    ({ write }) => write('data/2025/edition.json', '{ "status": "finished" }'),
    /^data\/2025\/edition\.json:1:\d+ .*finished.*published/,
  ],
  [
    'there is no edition at all',
    ({ remove }) => remove('data/2025'),
    /^data:1:1 .*没有任何一版的数据/,
  ],
]

test.each(cases)('%s: it is said in Chinese, with file, line and column', (_, harm, expected) => {
  const copy = copyContent()
  harm(copy)
  const found = validate(copy.root).problems.map(formatProblem)
  expect(found).toContainEqual(expect.stringMatching(expected))
  for (const line of found) expect(line).toMatch(/^[\w./-]+:\d+:\d+ 发现.*；应为.*。提示：/)
})
