import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { checkValues, isOverlong } from '../documents/checkCharacters.ts'
import type { Document } from '../documents/document.ts'
import { parseJson } from '../documents/jsonDocument.ts'
import { namesIn } from '../documents/namesIn.ts'
import { nearestName } from '../documents/nearestName.ts'
import type { Problem } from '../documents/problem.ts'
import { readText, takeText } from '../documents/readText.ts'
import { schemaProblems } from '../documents/schemaProblems.ts'
import { keepUnchanged } from '../documents/unchanged.ts'
import { finishWriting } from '../documents/writeTogether.ts'
import { editionFiles, mayBeMissing, sharedFiles } from '../sets/edition.ts'

type RegisterFile = keyof typeof editionFiles | keyof typeof sharedFiles

/** One file of data/, as far as it could be read. */
interface Register {
  name: RegisterFile
  schema: z.ZodType
  document: Document
}

/** Every file of data/ that an edition uses, with the problems of each file. */
export interface Registers {
  year: number
  /** Files of which at least a part could be read. */
  byName: ReadonlyMap<RegisterFile, Register>
  /** Files that the edition does without. */
  absent: ReadonlySet<RegisterFile>
  problems: Problem[]
}

const yearFolder = /^\d{4}$/

/** The years that have a folder in data/, ascending. */
export function listEditions(root: string): number[] {
  return (namesIn(root, 'data') ?? []).filter((name) => yearFolder.test(name)).map(Number)
}

/** The status in an edition.json, if it can be read. */
function readStatus(root: string, year: number): unknown {
  try {
    return JSON.parse(readFileSync(join(root, `data/${year}/edition.json`), 'utf8')).status
  } catch {
    return undefined
  }
}

/** Whether an edition is a draft; one whose status cannot be read is checked like a published one. */
export const isDraft = (root: string, year: number): boolean => readStatus(root, year) === 'draft'

/** The years of the published editions, ascending. */
export const listPublished = (root: string): number[] =>
  listEditions(root).filter((year) => !isDraft(root, year))

function strangers(root: string, folder: string, names: string[], known: RegExp): Problem[] {
  return (namesIn(root, folder) ?? [])
    .filter((name) => !names.includes(name.replace(/\.json$/, '')) || !name.endsWith('.json'))
    .filter((name) => !known.test(name))
    .map((name) => {
      const alike = nearestName(name.replace(/\.json$/, ''), names)
      return {
        file: `${folder}/${name}`,
        line: 1,
        column: 1,
        found: '不认识的文件',
        expected: `${folder}/ 里只有 ${names.map((known) => `${known}.json`).join('、')}`,
        hint: alike ? `是不是 ${alike}.json` : '移到别处，或删去',
      }
    })
}

/** What one file says, as far as it could be read, and what is wrong in it. */
interface ReadRegister {
  document?: Document
  problems: readonly Problem[]
}

const unchanged = keepUnchanged<ReadRegister>()

const readRegister = (file: string, text: string, schema: z.ZodType): ReadRegister =>
  unchanged(file, [text, schema], () => {
    const { document, problems } = parseJson(file, text)
    if (!document) return { problems }
    const all = [...problems, ...checkValues(document), ...schemaProblems(document, schema)]
    return isOverlong(document) ? { problems: all } : { document, problems: all }
  })

/**
 * Reads and checks each file of data/ that an edition uses; whatever can be read of a broken file is kept. `instead` holds
 * texts by file that are taken for what the files hold.
 */
export function loadRegisters(
  root: string,
  year: number,
  instead: ReadonlyMap<string, string> = new Map(),
): Registers {
  finishWriting(join(root, `data/${year}`))
  const problems: Problem[] = [
    ...strangers(root, 'data', Object.keys(sharedFiles), yearFolder),
    ...strangers(root, `data/${year}`, Object.keys(editionFiles), /^$/),
  ]
  const byName = new Map<RegisterFile, Register>()
  const absent = new Set<RegisterFile>()
  const read = (name: RegisterFile, folder: string, schema: z.ZodType) => {
    const file = `${folder}/${name}.json`
    if (mayBeMissing(schema) && !existsSync(join(root, file))) {
      absent.add(name)
      return
    }
    const given = instead.get(file)
    const { text, problems: unreadable } =
      given === undefined ? readText(root, file) : takeText(file, given)
    problems.push(...unreadable)
    if (text === undefined) return
    const { document, problems: wrong } = readRegister(file, text, schema)
    problems.push(...wrong)
    if (document) byName.set(name, { name, schema, document })
  }
  for (const [name, schema] of Object.entries(editionFiles)) {
    read(name as RegisterFile, `data/${year}`, schema)
  }
  for (const [name, schema] of Object.entries(sharedFiles)) {
    read(name as RegisterFile, 'data', schema)
  }
  return { year, byName, absent, problems }
}
