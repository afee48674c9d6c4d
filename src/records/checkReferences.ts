import { problemAt } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import { nearestName } from '../documents/nearestName.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { recordSets, type SetName } from '../sets/registry.ts'
import type { KnownKeys } from './knownKeys.ts'
import type { Registers } from './registers.ts'

const registerNames: Record<string, string> = {
  indicators: 'indicators.json 里的指标编号',
  glossary: 'glossary.json 里的名词编号',
  figures: 'figures.json 里的图编号',
  sources: 'data/sources.json 里的来源编号',
  towns: 'data/towns.json 里的镇街代码',
  chapters: 'content/ 里有对应 MDX 文件的章',
}

/** What the keys of a register are called, with the file they stand in. */
const nameOf = (to: string): string =>
  registerNames[to] ?? `${to}.json 里的${recordSets[to as SetName]?.key ?? '编号'}`

/** The problem of a reference; undefined if its key is known or its register could not be read. */
export function unresolved(to: string, key: string, known: KnownKeys): ProblemWords | undefined {
  const keys = known.get(to)
  if (!keys || keys.has(key)) return undefined
  const alike = nearestName(key, keys)
  return {
    found: `没有登记的“${key}”`,
    expected: nameOf(to),
    hint: alike ? `是不是“${alike}”` : '核对拼写，或先登记再引用',
  }
}

/** References to records that do not exist; shared registers may refer to any edition's chapters. */
export function checkReferences(
  registers: Registers,
  known: KnownKeys,
  everyChapter: readonly string[],
): Problem[] {
  const knownToAll = new Map(known)
  if (everyChapter.length > 0) knownToAll.set('chapters', new Set(everyChapter))
  return [...registers.byName.values()].flatMap(({ schema, document }) => {
    const own = document.file.startsWith(`data/${registers.year}/`)
    return [...fieldsOf(schema, document.value)].flatMap(({ role, value, path }) => {
      if (role.role !== 'reference' || typeof value !== 'string') return []
      if (!document.isWhole(path)) return []
      const words = unresolved(role.to, value, own ? known : knownToAll)
      return words ? [problemAt(document, path, words)] : []
    })
  })
}
