import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { z } from 'zod'
import { isNullable, unwrap } from '../documents/fields.ts'
import { definitionOf } from '../facts/definition.ts'
import { readChapters, type WrittenChapter } from '../records/readChapters.ts'
import { loadEdition } from '../records/readRegisters.ts'
import { listEditions, listPublished } from '../records/registers.ts'
import { contentRoot } from '../roots.ts'
import { fieldRoles } from '../schemas/field.ts'
import type { Observation } from '../schemas/observation.ts'
import { toWrite } from '../schemas/toWrite.ts'
import { type Edition, editionFiles, mayBeMissing } from '../sets/edition.ts'
import { recordSets, type SetName } from '../sets/registry.ts'
import { readArguments, refuse } from './commandArguments.ts'

type Values = Record<string, unknown>

/** The parts of a record that do not depend on the year: every field that cannot be left out. */
function structureOf(schema: z.core.$ZodType, record: Values): Values {
  const shape = schema instanceof z.ZodObject ? schema.shape : {}
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => {
      const field = shape[key]
      return field && !isNullable(field) && !(field instanceof z.ZodOptional)
    }),
  )
}

/** Whether a record still says something beside its number and its status. */
const tells = (record: Values): boolean =>
  Object.keys(record).some((key) => key !== 'id' && key !== 'status')

/** A value for the next year: the site's own words become placeholders, and what cannot be left out stays. */
function begin(schema: z.core.$ZodType, value: unknown): unknown {
  const bare = unwrap(schema)
  if (bare instanceof z.ZodArray) {
    if (!Array.isArray(value) || bare.safeParse([]).success) return []
    const isList = unwrap(bare.element) instanceof z.ZodObject
    return isList ? [begin(bare.element, value[0])] : value
  }
  if (bare instanceof z.ZodObject) {
    const { records, ...fields } = structureOf(bare, value as Values)
    const begun = Object.entries(fields).map(([key, field]) => [key, begin(bare.shape[key], field)])
    if (!Array.isArray(records)) return Object.fromEntries(begun)
    const { element } = unwrap(bare.shape.records) as z.ZodArray
    const kept = records.map((record) => structureOf(element, record)).filter(tells)
    return { ...Object.fromEntries(begun), records: kept }
  }
  return fieldRoles.get(bare)?.role === 'copy' ? toWrite : value
}

/** An indicator of the next year, nothing of which is published yet; its definition stays the same. */
const undisclosed = (observation: Observation, year: number) => ({
  id: observation.id,
  label: observation.label,
  definition: observation.definition,
  definitionId: definitionOf(observation, year),
  value: null,
  unit: observation.unit,
  qualifier: { bound: 'exact', numerals: observation.qualifier.numerals },
  status: 'undisclosed',
})

/** The contents of a record file of the next year. */
function beginRegister(name: keyof typeof editionFiles, model: Edition): unknown {
  if (name === 'edition') return { status: 'draft' }
  if (name === 'indicators') return model.indicators.map((each) => undisclosed(each, model.year))
  return begin(editionFiles[name], model[name])
}

/** A chapter of the next year: its titles and headings, with placeholders for the words. */
function beginChapter({ frontMatter, body }: WrittenChapter): string {
  const titles = { ...frontMatter, lede: toWrite, description: toWrite }
  const headings = [...body.matchAll(/^## .*$/gm)].flat()
  const parts = headings.length > 0 ? headings.flatMap((heading) => [heading, toWrite]) : [toWrite]
  return `---\n${stringify(titles, { lineWidth: 0 })}---\n\n${parts.join('\n\n')}\n`
}

/** What a new edition takes after: an earlier one, and which of its record sets; all of them where none are named. */
interface Choice {
  from?: string | undefined
  sets?: readonly string[] | undefined
}

/** The files of a new edition by path, or a Chinese message saying why it cannot be created. */
export function newEdition(
  root: string,
  year: string,
  { from, sets }: Choice = {},
): { files: Map<string, string>; from: number } | { refused: string } {
  const years = listEditions(root)
  const model = from ?? String(listPublished(root).at(-1) ?? years.at(-1))
  if (!/^2\d{3}$/.test(year)) return { refused: `“${year}”不是年份；写四位数字，例如 2026` }
  const taken = [`data/${year}`, `content/${year}`].find((path) => existsSync(join(root, path)))
  if (taken) return { refused: `已经有 ${taken}/；要重来，先把它移走` }
  if (!years.map(String).includes(model))
    return { refused: `没有 ${model} 版；--from 后面写已有的一版：${years.join('、')}` }
  const { edition, registers } = loadEdition(root, Number(model))
  const { chapters } = readChapters(root, Number(model))
  if (!edition || chapters.some(({ frontMatter }) => !frontMatter))
    return { refused: `${model} 版有错，照它新建的也会错；先用 npm run build 看错在哪里，改好` }
  const files = new Map(
    chapters.map((chapter) => [`content/${year}/${chapter.id}.mdx`, beginChapter(chapter)]),
  )
  const had = Object.keys(recordSets).filter((name) => registers.byName.has(name as SetName))
  const strange = sets?.filter((name) => !had.includes(name)) ?? []
  if (strange.length > 0)
    return {
      refused: `${model} 版没有记录集 ${strange.join('、')}；--sets 后面写：${had.join(',')}`,
    }
  for (const [name, schema] of Object.entries(editionFiles)) {
    const isSet = name in recordSets
    if (isSet ? !(sets ?? had).includes(name) : mayBeMissing(schema)) continue
    const begun = beginRegister(name as keyof typeof editionFiles, edition)
    files.set(`data/${year}/${name}.json`, `${JSON.stringify(begun, null, 2)}\n`)
  }
  return { files, from: Number(model) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { told, files: named } = readArguments({ from: 'text', sets: 'text' })
  const [year] = named
  if (!year) refuse('没有写年份；例如 npm run edition:new 2026')
  const sets = told.sets?.split(/[,，、]/)
  const made = newEdition(contentRoot, year, { from: told.from, sets })
  if ('refused' in made) refuse(made.refused)
  for (const [file, text] of made.files) {
    mkdirSync(dirname(join(contentRoot, file)), { recursive: true })
    writeFileSync(join(contentRoot, file), text)
  }
  console.log(
    `已照 ${made.from} 版新建草稿 content/${year}/ 和 data/${year}/（${made.files.size} 个文件）。用 npm run dev 看 /${year}/；写法见 docs/editing.md 的“新的一年”。`,
  )
}
