import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parse } from '@astrojs/compiler-rs'
import { positionAt } from '../documents/position.ts'
import { keepUnchanged } from '../documents/unchanged.ts'
import { objectCharacter, type Passage } from './passage.ts'

/** A node of the ESTree that the Astro compiler produces. */
interface SourceNode {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Words in code: the joined text, with the offset in the file of each of its characters. */
interface Words {
  text: string
  offsets: number[]
  /** Whether it is shown literally, so that a bare number counts even without Chinese characters around it. */
  displayed: boolean
}

const isNode = (value: unknown): value is SourceNode =>
  typeof value === 'object' && value !== null && typeof (value as SourceNode).type === 'string'

const span = (source: string, start: number, end: number): Words => ({
  text: source.slice(start, end),
  offsets: Array.from({ length: end - start }, (_, index) => start + index),
  displayed: false,
})

/**
 * A template's fixed parts joined by object characters, so that markup interrupted by an expression is seen as a whole.
 */
function templateWords(source: string, node: SourceNode): Words {
  const words: Words = { text: '', offsets: [], displayed: false }
  for (const quasi of node.quasis as SourceNode[]) {
    const raw = (quasi.value as { raw: string }).raw
    const start = source.indexOf(raw, quasi.start)
    if (words.text !== '') {
      words.text += objectCharacter
      words.offsets.push(start)
    }
    words.text += raw
    words.offsets.push(...span(source, start, start + raw.length).offsets)
  }
  return words
}

/**
 * Blanks the tags of markup in a string, because markup is not words, but keeps attribute values with Chinese
 * characters. Escapes and character references, whose digits nobody sees, are blanked too.
 */
function withoutTags(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  const unescaped = text.replace(/\\(?:u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2})|&#?\w+;/gi, blank)
  return unescaped.replace(/<[^<>]*>/g, (tag) =>
    tag
      .split(/("[^"]*"|'[^']*')/)
      .map((part) => (/^["']/.test(part) && /\p{Script=Han}/u.test(part) ? part : blank(part)))
      .join(''),
  )
}

const silent = new Set(['style', 'script'])
/** Code that readers never see: module names, types and messages of programming errors. */
const unread = new Set([
  'ImportDeclaration',
  'ThrowStatement',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSTypeAnnotation',
])

function* wordsOf(source: string, node: SourceNode): Generator<Words> {
  if (unread.has(node.type)) return
  if (node.type === 'Literal') {
    if (typeof node.value === 'string') yield span(source, node.start + 1, node.end - 1)
    return
  }
  if (node.type === 'TemplateLiteral') yield templateWords(source, node)
  if (node.type === 'JSXText') {
    yield { ...span(source, node.start, node.end), displayed: true }
    return
  }
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    // {58} and {'58'} between tags are shown literally, even inside generated content.
    for (const { type, expression } of node.children as SourceNode[]) {
      if (type !== 'JSXExpressionContainer' || !isNode(expression)) continue
      if (expression.type !== 'Literal') continue
      yield { ...span(source, expression.start, expression.end), displayed: true }
    }
  }
  if (node.type === 'JSXElement') {
    const name = (node.openingElement as { name: { name?: string } }).name.name
    if (silent.has(name ?? '')) {
      const scripts = (node.children as SourceNode[]).filter((child) => child.type !== 'JSXText')
      for (const script of scripts) yield* wordsOf(source, script)
      return
    }
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* wordsOf(source, child)
    }
  }
}

/** Turns a TypeScript module into an Astro component's script, so that one parser handles both. */
const fence = '---\n'

/** The words typed in one .astro or .ts file: strings, templates and texts that readers may see. */
export function sourcePassages(file: string, text: string): Passage[] {
  const shift = file.endsWith('.astro') ? 0 : fence.length
  const source = shift > 0 ? `${fence}${text}\n${fence}` : text
  const root = parse(source).ast as unknown as SourceNode
  return [...wordsOf(source, root)].flatMap(({ text: words, offsets, displayed }) => {
    const visible = withoutTags(words)
    if (!displayed && !/\p{Script=Han}/u.test(visible)) return []
    return {
      kind: 'source',
      file,
      text: visible,
      positionOf: (index) => positionAt(text, (offsets[index] ?? 0) - shift),
    } satisfies Passage
  })
}

/** Folders whose words never reach a page directly: they word numbers, check, or print to a terminal. */
const unseen =
  /^(?:bench|dev|documents|facts|machine|photos|prose|publish|records|schemas|sets|store|tools|validation|visual|workbook)\//

const unchanged = keepUnchanged<Passage[]>()

/** The words typed in every source file of the project that can reach a page. */
export function projectPassages(projectRoot: string): Passage[] {
  return readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(?:astro|ts)$/.test(path) && !unseen.test(path))
    .sort()
    .flatMap((path) => {
      const file = join(projectRoot, 'src', path)
      const text = readFileSync(file, 'utf8')
      return unchanged(file, [text], () => sourcePassages(`src/${path}`, text))
    })
}
