import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { unboundQuantities } from '../../src/prose/checkWords.ts'
import { projectPassages, sourcePassages } from '../../src/prose/sourcePassages.ts'

const unbound = (file: string, text: string) =>
  unboundQuantities(sourcePassages(file, text), { allowed: ['三张清单'], indicators: [] }).map(
    ({ line, column, found }) => `${line}:${column} ${/“(.*?)”/.exec(found)?.[1]}`,
  )

describe('a quantity typed in an .astro file is named with its place', () => {
  test.each([
    ['text', '---\nconst a = 1\n---\n<main>\n  <p>共办理58件</p>\n</main>\n', '5:9 58件'],
    ['text without Han', '<p>58</p>', '1:4 58'],
    ['a number shown as it is', '<p>共{58}件</p>', '1:6 58'],
    ['a string shown as it is', "<p data-generated>共{'58'}件</p>", '1:22 58'],
    ['text between expressions', '<p>{a}共58件{b}</p>', '1:8 58件'],
    ['an attribute', '<a aria-label="3张">x</a>', '1:16 3张'],
    ['an expression', "<p>{a ? '共三场' : ''}</p>", '1:11 三场'],
    ['a template', `<p title={\`共\${a}场，三次\`}>x</p>`, '1:19 三次'],
    ['its script', "---\nconst label = '共58件'\n---\n<p>{label}</p>", '2:17 58件'],
    ['a client script', "<p>x</p>\n<script>\n  const a = '第三'\n</script>", '3:14 第三'],
    ['a nested element', '<ul>{list.map((x) => <li>第三{x}</li>)}</ul>', '1:26 第三'],
  ])('%s', (_name, text, place) => {
    expect(unbound('src/pages/example.astro', text)).toEqual([place])
  })
})

describe('a quantity typed in a .ts file is named with its place', () => {
  test.each([
    ['a string', "import a from './3件.ts'\nexport const b = '共58件'\n", '2:20 58件'],
    ['a template', `const a = \`共\n58件 \${b}\`\n`, '2:1 58件'],
    ['drawn text', `const a = \`<text x="\${x}" font-size="13">共58件</text>\``, '1:43 58件'],
    [
      'an attribute of drawn markup',
      'const a = `<svg aria-label="共58件" width="10">`',
      '1:30 58件',
    ],
  ])('%s', (_name, text, place) => {
    expect(unbound('src/charts/example.ts', text)).toEqual([place])
  })
})

test.each([
  ['regular expressions', 'const a = /共58件/'],
  ['class names, numbers and paths', 'const a = { b: "h2", c: 12, d: "M0 0L10 10" }'],
  ['markup without words', `const a = \`<rect width="10" x="\${x}"/>\``],
  ['markup around words', 'const a = `<text font-size="13" y="2">未公布</text>`'],
  ['markup cut by an expression', `const a = \`<text y="\${y}" dy="3">未公布</text>\``],
  ['escapes', "const a = '未公布\\u3002'"],
  ['comments', '// 共58件\n/** 共58件 */\nconst a = 1'],
  ['messages of programming errors', "throw new Error('缺少第三项')"],
  ['types', "interface A { b: '三件' }\ntype C = '三件'"],
  ['allowed phrases', "const a = '“三张清单”'"],
])('%s are not words', (_name, text) => {
  expect(unbound('src/charts/example.ts', text)).toEqual([])
})

test('styles are not words', () => {
  expect(
    unbound('src/pages/a.astro', '<p>x</p>\n<style>\n  p::after { content: "共3件" }\n</style>'),
  ).toEqual([])
})

test('a file is read again once it has changed', () => {
  const root = mkdtempSync(join(tmpdir(), 'source-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'src'))
  const words = () => projectPassages(root).map(({ text }) => text)
  const write = (text: string) =>
    writeFileSync(join(root, 'src/a.ts'), `export const a = '${text}'`)
  write('先写的')
  expect(words()).toEqual(['先写的'])
  expect(words()).toEqual(['先写的'])
  write('后写的')
  expect(words()).toEqual(['后写的'])
})
