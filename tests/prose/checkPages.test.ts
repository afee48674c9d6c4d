import { describe, expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { checkPage } from '../../src/prose/checkPages.ts'
import { sourceFinder } from '../../src/prose/sourceFinder.ts'
import { copyContent } from '../contentCopy.ts'

const page = (main: string) =>
  `<!doctype html>\n<html><body><header>3件</header>\n<main>\n${main}\n</main></body></html>`
const nowhere = () => undefined
const found = (main: string) =>
  checkPage(parsePage('x/index.html', page(main)), ['三张清单'], nowhere).map(
    (problem) => /“(.*?)”/.exec(problem.found)?.[1],
  )

describe('a quantity that nothing binds is found', () => {
  test.each([
    ['<p>共办理58件</p>', ['58件']],
    ['<p>共<b>58</b>件</p>', ['58件']],
    ['<p>共<span>五</span>件</p>', ['五件']],
    ['<div popover>共三场</div>', ['三场']],
    ['<details><summary>看</summary><p>第二次</p></details>', ['第二次']],
    ['<table><tr><td>12</td><th>六大类</th></tr></table>', ['12', '六大类']],
    ['<p>“三张清单”三张</p>', ['三张']],
    ['<p>在{when:start-2024}召开</p>', ['{when:start-2024}']],
    ['<p data-generated>在{when:start-2024}召开</p>', ['{when:start-2024}']],
    ['<p title="共{example.firms}">好</p>', ['{example.firms}']],
  ])('%s', (main, quantities) => {
    expect(found(main)).toEqual(quantities)
  })
})

describe('what is bound, drawn or counts nothing passes', () => {
  test.each([
    '<p>共<data value="12">12场</data></p>',
    '<p><time datetime="2025">2025年</time></p>',
    '<p data-generated>图 2-1</p>',
    '<svg><text>12</text></svg>',
    '<p>三</p><p>件</p>',
    '<p>三<data value="1">1件</data>件</p>',
    '<script>const a = 3; if (a) {b}</script><style>p{margin:3px}</style>',
    '<p>“三张清单”统一</p>',
  ])('%s', (main) => {
    expect(found(main)).toEqual([])
  })
})

test('a page without main has nothing to check', () => {
  expect(checkPage(parsePage('x.html', '<p>3件</p>'), [], nowhere)).toEqual([])
})

test('the page and its line are named when the source is not found', () => {
  const [problem] = checkPage(
    parsePage('x/index.html', page('<p>好</p>\n<p>共58件</p>')),
    [],
    nowhere,
  )
  expect(problem).toMatchObject({ file: 'x/index.html', line: 5, column: 5 })
})

test('the file and line that the words were typed in are named when they are found', () => {
  const copy = copyContent()
  copy.edit('content/2025/proposals.mdx', '## ', '全年共办理58件提案。\n\n## ')
  const line =
    copy.read('content/2025/proposals.mdx').split('\n').indexOf('全年共办理58件提案。') + 1
  const html = page('<p>全年共办理<b>58件</b>提案。</p>')
  const [problem] = checkPage(
    parsePage('2025/proposals/index.html', html),
    [],
    sourceFinder([copy.root]),
  )
  expect(problem).toMatchObject({ file: 'content/2025/proposals.mdx', line, column: 6 })
  expect(problem?.found).toContain('2025/proposals/index.html')
  expect(problem?.found).toContain('全年共办理58件提案。')
})
