import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Path } from '../src/documents/document.ts'
import { unwrap } from '../src/documents/fields.ts'
import { formatProblem, type Problem } from '../src/documents/problem.ts'
import { fieldRoles } from '../src/schemas/field.ts'
import { chapterSchema } from '../src/schemas/figures.ts'
import { editionFiles, sharedFiles } from '../src/sets/edition.ts'
import { validate } from '../src/validation/validate.ts'
import { contentAt } from './contentFolder.ts'
import { completeRoot } from './fixtures/completeEdition.ts'

const year = 2099

/**
 * What a field may be made to hold, most hostile first: markup that would call `hostile`, ends of what pages and feeds
 * put around text, templates, and beginnings of spreadsheet formulas. None of them does harm where it runs.
 */
export const hostileTexts = [
  '=1+1<img src=x onerror=hostile()><script>hostile()</script>]]></style></title>--><!--{{hostile}}',
  '@SUM(A:A)<img src=x onerror=hostile()><script>hostile()</script>]]></style></title>--><!--\'"&lt;',
  '=HYPERLINK(A)"><svg onload=hostile()></script></style>]]>\'&lt;',
  '+<u onclick=hostile>',
  '=A</script>"',
  '-A&<',
  '=<',
] as const

/** A text field without a pattern. */
export interface HostileField {
  file: string
  path: Path
  /** How hostile a text it holds: an index of `hostileTexts`, or their number where it holds its own. */
  rung: number
  /** What the checks said of the texts that they refused. */
  refusals: Problem[]
}

/** Files with words that only checks read. */
const unseen: readonly string[] = [
  'protected-phrases',
  'allowed-quantities',
  'uncounted-words',
  'plain-words',
  'villages',
]

const source = { document: 'article', section: '导语', paragraph: 1, phrase: '示例地点' }

/** What is changed in the fixture, so that pages show every field, and nothing ties one to another. */
const changed: Record<string, readonly [Path, unknown][]> = {
  'data/glossary.json': [[[0], { id: 'hostile', term: '学习活动', definition: '示例。' }]],
  [`data/${year}/participation.json`]: [
    [['places', 0], { id: 'hostile', name: '示例地点', text: '示例。', source }],
  ],
  [`data/${year}/indicators.json`]: [
    [[0, 'definitionId'], undefined],
    [[0, 'unit'], '<u>"'],
    [[0, 'source', 'phrase'], '12<u>"'],
  ],
}

/** Fields that other records name, or that have to agree with others. */
const isTied = (file: string, path: Path) =>
  path.includes('parts') ||
  (file.endsWith('indicators.json') && /unit|phrase/.test(path.join())) ||
  (file.endsWith('corrections.json') && /old|new/.test(path.join()))

/** Whether a schema takes any text: it has neither a pattern nor a role in which other records name its value. */
function isFree(schema: z.core.$ZodType): boolean {
  const bare = unwrap(schema)
  if (!(bare instanceof z.ZodString) || bare.format || bare.def.checks?.some(isPattern))
    return false
  const { role } = fieldRoles.get(bare) ?? {}
  return role !== 'key' && role !== 'reference'
}
const isPattern = (check: z.core.$ZodCheck) => check._zod.def.check === 'string_format'

/** The paths of the free fields of a value; of a list only its first two records, which have all the fields. */
function* freeFields(schema: z.core.$ZodType, value: unknown, path: Path = []): Generator<Path> {
  const bare = unwrap(schema)
  if (isFree(schema)) yield path
  else if (bare instanceof z.ZodArray && Array.isArray(value))
    for (const [index, each] of value.slice(0, 2).entries())
      yield* freeFields(bare.element, each, [...path, index])
  else if (bare instanceof z.ZodObject && typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(bare.shape))
      yield* freeFields(inner, (value as Record<string, unknown>)[key], [...path, key])
}

/** A value with what `change` makes of the value at a path. */
function changeAt(value: unknown, path: Path, change: (own: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    PropertyKey,
    unknown
  >
  copy[key] = changeAt(copy[key], rest, change)
  return copy
}

interface HostileFile {
  file: string
  fields: HostileField[]
  /** The file with the given texts in its fields, one to a line; where there is none, the field's own. */
  write(textOf: (field: HostileField) => string | undefined): string
}

const fieldAt = (file: string, path: Path): HostileField => ({ file, path, rung: 0, refusals: [] })

function jsonFile(file: string, schema: z.ZodType, read: unknown): HostileFile {
  const own = (changed[file] ?? []).reduce<unknown>(
    (value, [path, to]) => changeAt(value, path, () => to),
    read,
  )
  const fields = [...freeFields(schema, own)]
    .filter((path) => !isTied(file, path))
    .map((path) => fieldAt(file, path))
  const write: HostileFile['write'] = (textOf) => {
    const value = fields.reduce<unknown>(
      (so, field) => changeAt(so, field.path, (was) => textOf(field) ?? was),
      own,
    )
    return JSON.stringify(value, null, 1)
  }
  return { file, fields, write }
}

function chapterFile(file: string, own: string): HostileFile {
  const fields = Object.entries(chapterSchema.shape).flatMap(([key, inner]) =>
    isFree(inner) ? [fieldAt(file, [key])] : [],
  )
  const write: HostileFile['write'] = (textOf) =>
    fields.reduce((text, field) => {
      const now = textOf(field)
      const line = new RegExp(`^${String(field.path[0])}: .*`, 'm')
      return now ? text.replace(line, () => `${String(field.path[0])}: ${now}`) : text
    }, own)
  return { file, fields, write }
}

/** Fills a folder with the fictional edition, and returns those of its files that have free fields. */
function openFiles(root: string): HostileFile[] {
  for (const folder of ['content', 'data']) {
    rmSync(join(root, folder), { recursive: true, force: true })
    cpSync(join(completeRoot, folder), join(root, folder), { recursive: true })
  }
  const { read, edit } = contentAt(root)
  edit(`content/${year}/learning.mdx`, '学习活动', '<Term id="hostile">学习活动</Term>')
  const isThere = (file: string) => existsSync(join(root, file))
  const schemas: [string, z.ZodType][] = [
    ...Object.entries(editionFiles).map(([name, schema]): [string, z.ZodType] => [
      `data/${year}/${name}.json`,
      schema,
    ]),
    ...Object.entries(sharedFiles)
      .filter(([name]) => !unseen.includes(name) && name !== 'everyday-words')
      .map(([name, schema]): [string, z.ZodType] => [`data/${name}.json`, schema]),
  ]
  const chapters = ['edition', 'consultation', 'outlook'].map((id) => `content/${year}/${id}.mdx`)
  return [
    ...schemas
      .filter(([file]) => isThere(file))
      .map(([file, schema]) => jsonFile(file, schema, JSON.parse(read(file)))),
    ...chapters.map((file) => chapterFile(file, read(file))),
  ]
}

/** The field whose hostile text a line of a file holds. */
function fieldOn({ fields, write }: HostileFile, line: number): HostileField | undefined {
  const marked = write((field) =>
    hostileTexts[field.rung] ? `⟦${fields.indexOf(field)}⟧` : undefined,
  )
  const at = /⟦(\d+)⟧/.exec(marked.split('\n')[line - 1] ?? '')?.[1]
  return at === undefined ? undefined : fields[Number(at)]
}

/** Every free field of the fictional edition, with what the checks say where all of them hold the same text. */
export function refusalsOf(
  root: string,
  text: string,
): { field: HostileField; found: Problem[] }[] {
  const files = openFiles(root)
  const { write } = contentAt(root)
  for (const each of files)
    write(
      each.file,
      each.write(() => text),
    )
  const { problems } = validate(root)
  const on = new Map<HostileField, Problem[]>()
  for (const problem of problems) {
    const file = files.find((each) => each.file === problem.file)
    const field = file && fieldOn(file, problem.line)
    if (field) on.set(field, [...(on.get(field) ?? []), problem])
  }
  return files.flatMap(({ fields }) =>
    fields.map((field) => ({ field, found: on.get(field) ?? [] })),
  )
}

/**
 * Fills a folder with the fictional edition, every free field of it as hostile as the checks let it be; returns the
 * fields. Throws where the checks refuse what no hostile field is to blame for.
 */
export function writeHostileContent(root: string): HostileField[] {
  const files = openFiles(root)
  const { write } = contentAt(root)
  for (;;) {
    for (const each of files)
      write(
        each.file,
        each.write(({ rung }) => hostileTexts[rung]),
      )
    const { problems } = validate(root)
    if (problems.length === 0) return files.flatMap(({ fields }) => fields)
    const stepping = new Set<HostileField>()
    for (const problem of problems) {
      const file = files.find((each) => each.file === problem.file)
      const field = file && fieldOn(file, problem.line)
      if (!field) continue
      field.refusals.push(problem)
      stepping.add(field)
    }
    if (stepping.size === 0) throw new Error(problems.map(formatProblem).join('\n'))
    for (const field of stepping) field.rung++
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeHostileContent(process.argv[2] ?? '')
