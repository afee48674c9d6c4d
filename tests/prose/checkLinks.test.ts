import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { validate } from '../../src/validation/validate.ts'
import { copyContent } from '../contentCopy.ts'

const file = 'content/2025/learning.mdx'

/** The problems of a copy with some links in a paragraph. */
function problemsOf(...urls: string[]): string[] {
  const copy = copyContent()
  const links = urls.map((url) => `看[这里](${url})`).join('，')
  copy.edit(file, '\n## ', `\n${links}。\n\n## `)
  return validate(copy.root).problems.map(formatProblem)
}

test('links to chapters, headings, figures and other pages of the site pass', () => {
  expect(
    problemsOf(
      ...['public-opinion.mdx', '../public-opinion/', '/2025/public-opinion/', 'edition.mdx', '/'],
      ...[
        'public-opinion.mdx#履职现场',
        '/2025/charts/sessions/',
        '/about/',
        '/2025/map/',
        '/search/',
      ],
    ),
  ).toEqual([])
})

describe('a link that leads nowhere is named at its place', () => {
  test.each([
    ['public-opinon.mdx', '通不到哪一页的链接 public-opinon.mdx', '是不是 /2025/public-opinion/'],
    ['第四章', '通不到哪一页的链接 第四章', '各章写文件名'],
    ['www.example.org', '通不到哪一页的链接 www.example.org', '以 https:// 开头'],
    ['/lvzhi/2025/learning/', '通不到哪一页的链接', '是不是 /2025/learning/'],
    ['/2025/charts/nothing/', '通不到哪一页的链接', '/2025/map/'],
    ['public-opinion.mdx#履职实况', '通不到哪一节的链接', '是不是 #履职现场'],
    ['#nowhere', '通不到哪一节的链接 #nowhere', '核对小标题的字'],
    ['/about/#somewhere', '通不到哪一节的链接', '只链到这一页'],
  ])('%s', (url, found, hint) => {
    const problems = problemsOf(url)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${file}:\\d+:2 `))
    expect(problems[0]).toContain(found)
    expect(problems[0]).toContain(hint)
  })
})
