import type { z } from 'zod'
import { siteFileSchema } from '../schemas/siteFile.ts'
import { editionFiles, sharedFiles } from '../sets/edition.ts'
import { editorSchema } from './jsonSchema.ts'

/** A kind of data file: where such files are, as VS Code matches them, and what they hold. */
interface DataFile {
  name: string
  match: string
  schema: z.ZodType
}

const named = (files: Record<string, z.ZodType>, folder: string): DataFile[] =>
  Object.entries(files).map(([name, schema]) => ({
    name,
    match: `${folder}/${name}.json`,
    schema,
  }))

const dataFiles = [
  ...named(editionFiles, '/data/*'),
  ...named(sharedFiles, '/data'),
  { name: 'site', match: '/site.json', schema: siteFileSchema },
]

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** The settings of VS Code for those who write: which schema goes with which file, and how Chinese is typed. */
const settings = {
  'json.schemas': dataFiles.map(({ name, match }) => ({
    fileMatch: [match],
    url: `./.vscode/schemas/${name}.json`,
  })),
  'files.eol': '\n',
  // Full-width punctuation is no look-alike here.
  'editor.unicodeHighlight.allowedLocales': { 'zh-hans': true },
  '[mdx]': { 'editor.wordWrap': 'on', 'editor.quickSuggestions': { other: 'on' } },
}

/**
 * The files of .vscode/ that follow from the schemas, by path below it; `samples` gives the contents of example files
 * with a name, such as `sessions.json`.
 */
export function editorFiles(samples: (file: string) => readonly unknown[]): Map<string, string> {
  return new Map([
    ['settings.json', pretty(settings)],
    ...dataFiles.map(
      ({ name, schema }) =>
        [`schemas/${name}.json`, editorSchema(schema, samples(`${name}.json`))] as const,
    ),
  ])
}
