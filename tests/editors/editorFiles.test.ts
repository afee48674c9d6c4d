import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  getLanguageService,
  type JSONDocument,
  type LanguageService,
  TextDocument,
} from 'vscode-json-languageservice'
import { editorFiles } from '../../src/editors/editorFiles.ts'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'
import { completeFiles } from '../fixtures/completeEdition.ts'

const folder = join(projectRoot, '.vscode')
const samples = (name: string) =>
  [...completeFiles()]
    .filter(([file]) => basename(file) === name)
    .map(([, text]) => JSON.parse(text))
const made = editorFiles(samples)

test.each([...made])('.vscode/%s is what the schemas say now', async (file, text) => {
  await expect(text).toMatchFileSnapshot(join(folder, file))
})

test('no schema of a file that is no more is left', () => {
  const left = readdirSync(join(folder, 'schemas')).map((name) => `schemas/${name}`)
  expect(left.filter((file) => !made.has(file))).toEqual([])
})

test('no schema holds a $ref, beside which VS Code reads nothing', () => {
  expect([...made].filter(([, text]) => text.includes('"$ref"'))).toEqual([])
})

/** Every property that a schema describes, with the path to it. */
function* propertiesOf(
  schema: unknown,
  path = '',
): Generator<[path: string, property: Record<string, unknown>]> {
  if (typeof schema !== 'object' || schema === null) return
  const { properties, ...rest } = schema as { properties?: Record<string, object> }
  for (const [name, property] of Object.entries(properties ?? {})) {
    yield [`${path}.${name}`, property as Record<string, unknown>]
    yield* propertiesOf(property, `${path}.${name}`)
  }
  for (const inner of Object.values(rest)) yield* propertiesOf(inner, path)
}

test('every property is explained in Chinese', () => {
  const all = [...made]
    .filter(([file]) => file.startsWith('schemas/'))
    .flatMap(([file, text]) => [...propertiesOf(JSON.parse(text), file)])
  expect(all.length).toBeGreaterThan(150)
  const silent = all.filter(
    ([, { markdownDescription }]) => !/\p{Script=Han}/u.test(String(markdownDescription)),
  )
  expect(silent.map(([path]) => path)).toEqual([])
})

describe('in the service that VS Code itself uses', () => {
  let service: LanguageService
  const open = (file: string, text = readFileSync(join(projectRoot, file), 'utf8')) => {
    const url = pathToFileURL(join(projectRoot, file)).href
    const document = TextDocument.create(url, 'json', 1, text)
    return { document, json: service.parseJSONDocument(document) }
  }
  const problems = async ({ document, json }: { document: TextDocument; json: JSONDocument }) =>
    (await service.doValidation(document, json)).map(
      ({ message, range }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
    )

  beforeAll(() => {
    service = getLanguageService({
      schemaRequestService: async (url) => readFileSync(new URL(url), 'utf8'),
      workspaceContext: {
        resolveRelativePath: (path, from) => new URL(path, from).href,
      },
    })
    const settings = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))
    const root = `${pathToFileURL(projectRoot).href.replace(/\/$/, '')}/`
    service.configure({
      schemas: (settings['json.schemas'] as { fileMatch: string[]; url: string }[]).map(
        ({ fileMatch, url }) => ({ fileMatch, uri: new URL(url, root).href, folderUri: root }),
      ),
    })
  })

  const roots = ['data', 'tests/fixtures/complete/data', 'tests/fixtures/roster/data']
  const written = roots.flatMap((root) =>
    filesBelow(join(projectRoot, root))
      .filter((file) => file.endsWith('.json'))
      .map((file) => `${root}/${file}`),
  )

  test.each(written)('%s has a schema, and nothing in it is marked', async (file) => {
    const { document, json } = open(file)
    expect(await service.getMatchingSchemas(document, json)).not.toEqual([])
    expect(await problems({ document, json })).toEqual([])
  })

  const sessions = 'data/2025/sessions.json'
  const withRecord = (record: object) =>
    open(
      sessions,
      JSON.stringify(
        { ...JSON.parse(readFileSync(join(projectRoot, sessions), 'utf8')), records: [record] },
        null,
        1,
      ),
    )

  test.each([
    [{ id: 'A 1', status: 'reported' }, '编号应为小写英文、数字和连字符'],
    [{ id: 'a', status: 'reported', date: '2025年' }, '日期应写作 2025-11-20 这样的形式'],
    [{ id: 'a', status: 'reported', date: 20251120 }, '应为文本或 null'],
    [{ id: 'a', status: 'reported', issuesRaised: '3' }, '应为整数或 null'],
    [{ id: 'a', status: '已刊载' }, '应为“reported”“estimated”“undisclosed”“not-applicable”之一'],
    [{ id: 'a', status: 'reported', titel: '' }, '只有这些属性：id、period、date'],
    [{ id: 'a' }, 'status'],
  ])('%j is marked, with the words of the check', async (record, words) => {
    expect(await problems(withRecord(record))).toEqual([expect.stringContaining(words)])
  })

  test('a hover tells title, meaning, unit and example', async () => {
    const { document, json } = open(sessions, '{ "records": [{ "issuesRaised": 3 }] }')
    const hover = await service.doHover(document, document.positionAt(20), json)
    expect(hover?.contents).toEqual([
      expect.stringMatching(
        /^\*\*提出问题数\*\*　会上提出的问题数，个；未公布为 null。\n\n单位：个\n\n例（虚构）：`\d+`$/,
      ),
    ])
  })

  test('a status is completed from a list that says what each one means', async () => {
    const { document, json } = open(sessions, '{ "records": [{ "status":  }] }')
    const { items = [] } = (await service.doComplete(document, document.positionAt(26), json)) ?? {}
    const offered = items.map(({ label, documentation }) => [label, documentation])
    expect(offered).toContainEqual(['"undisclosed"', '未公布'])
  })
})
