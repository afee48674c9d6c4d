import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/roots.ts'

const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(?:ts|astro)$/.test(path))

/** The script of a file; of an Astro component its front matter and its page scripts. */
function scriptOf(file: string): string {
  const text = readFileSync(join(projectRoot, file), 'utf8')
  if (!file.endsWith('.astro')) return text
  const [, fenced = '', rest = ''] = /^---\n([\s\S]*?)\n---([\s\S]*)$/.exec(text) ?? []
  return [fenced, ...rest.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map((part) => (typeof part === 'string' ? part : part[1]))
    .join('\n')
}

/** What each file of src/ imports, as written. */
const written = new Map(
  files.map((file) => [
    file,
    ts.preProcessFile(scriptOf(file)).importedFiles.map(({ fileName }) => fileName),
  ]),
)

/** The files of src/ that each file of src/ imports. */
const imports = new Map(
  [...written].map(([file, names]) => {
    const paths = names
      .filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(file), name.replace(/\?.*$/, ''))))
    return [file, paths.filter((path) => files.includes(path))] as const
  }),
)

/** The folder of src/ that a file belongs to, or the file itself if it is in none. */
const roomOf = (file: string) => file.split('/')[1] as string

const rooms = new Map<string, Set<string>>()
for (const [file, paths] of imports) {
  const entered = rooms.get(roomOf(file)) ?? new Set()
  for (const path of paths) if (roomOf(path) !== roomOf(file)) entered.add(roomOf(path))
  rooms.set(roomOf(file), entered)
}

/** A path from a node back to itself; undefined if there is none. */
function circle(graph: ReadonlyMap<string, Iterable<string>>): string[] | undefined {
  const done = new Set<string>()
  const walk = (node: string, trail: string[]): string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node]
    if (done.has(node)) return undefined
    for (const next of graph.get(node) ?? []) {
      const found = walk(next, [...trail, node])
      if (found) return found
    }
    done.add(node)
    return undefined
  }
  for (const node of graph.keys()) {
    const found = walk(node, [])
    if (found) return found
  }
  return undefined
}

/** What each room may import, from the table in CONTRIBUTING.md: `以上各间` means all rows above. */
const allowed = new Map<string, string[]>()
const [, table = ''] = readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8').split(
  /^## 房间$/m,
)
for (const [, room, others] of table
  .split(/^## /m)[0]
  ?.matchAll(/^\| `(\w+)` \| .* \| (.*) \|$/gm) ?? []) {
  const listed = [...(others as string).matchAll(/`(\w+)`/g)].map(([, name]) => name as string)
  allowed.set(room as string, others === '以上各间' ? [...allowed.keys()] : listed)
}

test('the reading of imports sees a circle, and the imports of components', () => {
  expect(
    circle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual(['b', 'c', 'b'])
  expect(imports.get('src/layouts/Page.astro')).toContain('src/components/SiteHeader.astro')
})

test('no file imports itself by way of others', () => {
  expect(circle(imports)).toBeUndefined()
})

test('no room imports itself by way of others', () => {
  expect(circle(rooms)).toBeUndefined()
})

test.each([...rooms.keys()].filter((room) => !room.includes('.')))(
  '%s imports only the rooms that CONTRIBUTING.md lists for it',
  (room) => {
    const others = [...(rooms.get(room) as Set<string>)].filter((other) => !other.includes('.'))
    expect(allowed.get(room)).toBeDefined()
    expect(others.filter((other) => !allowed.get(room)?.includes(other))).toEqual([])
  },
)

test('only what shows pages reads astro:content', () => {
  const readers = files.filter((file) => written.get(file)?.includes('astro:content'))
  const showing = ['components', 'layouts', 'pages', 'report']
  expect(readers.filter((file) => !showing.includes(roomOf(file)))).toEqual([])
})

test('an exported name has one meaning: it is declared in one file', () => {
  const declared = new Map<string, string[]>()
  for (const file of files.filter((each) => !each.startsWith('src/pages/'))) {
    const text = readFileSync(join(projectRoot, file), 'utf8')
    const exported = /^export (?:async )?(?:const|function|class|interface|type|let)\*? (\w+)/gm
    for (const [, name] of text.matchAll(exported)) {
      declared.set(name as string, [...(declared.get(name as string) ?? []), file])
    }
  }
  expect(declared.size).toBeGreaterThan(0)
  expect([...declared].filter(([, places]) => places.length > 1)).toEqual([])
})
