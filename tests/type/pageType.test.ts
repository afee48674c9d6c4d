import { expect, test } from 'vitest'
import { inlinePageType } from '../../src/type/pageType.ts'

const page = (link: string) =>
  `<head><link rel="stylesheet" href="${link}"><meta content="script-src 'self'; style-src 'self' 'sha256-x';"></head>`

test('the type of a page replaces its link, asks below the same base, and is named in the policy', () => {
  const html = inlinePageType(
    page('/some/base/type/2025.css'),
    (folder) => `a{src:url(${folder}b)}`,
  )
  expect(html).toContain('<head><style>a{src:url(/some/base/type/b)}</style>')
  expect(html).toContain(
    "style-src 'self' 'sha256-hUMT7pMcMB0lrHLzZ6xPSTYWSJCHCV5WukWIerdxJeQ=' 'sha256-x';",
  )
})

test('a page without a link to its type is refused', () => {
  expect(() => inlinePageType(page('/other.css'), () => '')).toThrow('没有 type/ 的样式链接')
})
