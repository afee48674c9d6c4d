import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { vocabulary } from '../../src/prose/vocabulary.ts'
import { projectRoot } from '../../src/roots.ts'
import { validate } from '../../src/validation/validate.ts'
import { copyContent } from '../contentCopy.ts'

/** A snippet as VS Code reads it. */
interface Snippet {
  scope: string
  prefix: string | string[]
  description: string
  body: string | string[]
}

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const snippets = new Map(Object.entries<Snippet>(JSON.parse(read('.vscode/writing.code-snippets'))))
const bodyOf = (name: string) => [snippets.get(name)?.body ?? []].flat().join('\n')

/** What a snippet leaves in the file, its places filled in their order, or as they stand. */
const expand = (body: string, ...fills: string[]) =>
  body
    .replace(/\$\{TM_SELECTED_TEXT:([^{}]*)\}/g, '$1')
    .replace(/\$\{(\d+):([^{}]*)\}/g, (_, place, shown) => fills[Number(place) - 1] ?? shown)
    .replaceAll('$0', '')

const chapters = readdirSync(join(projectRoot, 'content/2025'))
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => `content/2025/${name}`)

test('there is one snippet for each component that chapters may use, and for no other', () => {
  const bodies = [...snippets.keys()].map(bodyOf)
  const used = bodies.flatMap((body) => [...body.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name))
  expect(used.toSorted()).toEqual(Object.keys(vocabulary).toSorted())
})

test('each is told of in Chinese', () => {
  for (const [name, { prefix, description }] of snippets)
    for (const words of [name, description, [prefix].flat()[0]])
      expect(words, name).toMatch(/\p{Script=Han}/u)
})

test.each(Object.keys(vocabulary))('<%s> is written as chapters write it', (component) => {
  const pattern = new RegExp(`<${component} id="([^"]+)"(?: />|>([^<]+)</${component}>)`)
  const [use, id = '', words = ''] =
    chapters.map((file) => pattern.exec(read(file))).find((found) => found !== null) ?? []
  const name = [...snippets.keys()].find((each) => bodyOf(each).startsWith(`<${component} `)) ?? ''
  expect(expand(bodyOf(name), id, words)).toBe(use)
})

test('a component whose id has not been filled in is found at its place', () => {
  for (const name of [...snippets.keys()].filter((each) => bodyOf(each).startsWith('<'))) {
    const { root, edit } = copyContent()
    const line = edit('content/2025/learning.mdx', '\n## ', `\n${expand(bodyOf(name))}\n\n## `) + 1
    const said = validate(root).problems.map(formatProblem)
    expect(said.join('\n'), name).toContain(`content/2025/learning.mdx:${line}:`)
  }
})

test('placeholders and links are written as chapters and data write them', () => {
  const written = [...chapters, 'data/2025/figures.json', 'data/2025/initiatives.json']
    .map(read)
    .join('\n')
  const [, time = ''] = /\{when:([a-z0-9-]+)\}/.exec(written) ?? []
  const [, quantity = ''] = /\{([a-z]+\.[a-z-]+)\}/.exec(written) ?? []
  expect(expand(bodyOf('话里的一个时间'), time)).toBe(`{when:${time}}`)
  expect(expand(bodyOf('话里的一个数'), quantity)).toBe(`{${quantity}}`)
  const { root, edit } = copyContent()
  const link = expand(bodyOf('链接到一章'), '那一章', 'learning')
  edit('content/2025/outlook.mdx', '\n## ', `\n详见${link}。\n\n## `)
  expect(validate(root).problems).toEqual([])
})

test('a chapter that was begun with its snippet passes the check', () => {
  const { root, write } = copyContent()
  const words = ['章题', '短题', '副题', '导语。', '摘要。', '小标题']
  write(
    'content/2025/added.mdx',
    `${expand(bodyOf('新的一章'), String(chapters.length), ...words)}正文。\n`,
  )
  expect(validate(root).problems.map(formatProblem)).toEqual([])
})
