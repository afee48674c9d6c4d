import type { z } from 'zod'
import { type Document, problemAt, stringsOf } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { placeholder } from '../facts/copy.ts'
import { unresolved } from '../records/checkReferences.ts'
import type { KnownKeys } from '../records/knownKeys.ts'

/**
 * Placeholders in copy that name no indicator or event, other braces, and markup, which copy does not support; in all
 * other texts, any braces.
 */
export function checkPlaceholders(
  document: Document,
  schema: z.core.$ZodType,
  known: KnownKeys,
): Problem[] {
  const copies = [...fieldsOf(schema, document.value)].filter(({ role }) => role.role === 'copy')
  const isCopy = new Set(copies.map(({ path }) => path.join('\n')))
  // Names and words of the source are shown literally, including braces.
  const elsewhere = [...stringsOf(document.value)].flatMap(({ text, path }) => {
    const index = text.search(/[{}]/)
    if (index < 0 || isCopy.has(path.join('\n')) || !document.isWhole(path)) return []
    const words = {
      found: `花括号“${text.slice(index, index + 24)}”`,
      expected: '照原样印出的文字',
      hint: '这一项不能引用指标，删去花括号',
    }
    return problemAt(document, path, words, { index, length: 1 })
  })
  const inCopy = copies.flatMap(({ value, path }) => {
    if (typeof value !== 'string' || !document.isWhole(path)) return []
    const problems: Problem[] = []
    const report = (index: number, length: number, words: ProblemWords) =>
      problems.push(problemAt(document, path, words, { index, length }))
    for (const match of value.matchAll(placeholder)) {
      const words = unresolved(match[1] ? 'timeline' : 'indicators', match[2] as string, known)
      if (words) report(match.index, match[0].length, words)
    }
    for (const match of value.matchAll(/\*\*|`|<\/?[a-z!][^>]*>?|&#?\w+;|\[[^\]]*\]\([^)]*\)/gi)) {
      const found = `不起作用的标记“${match[0].slice(0, 24)}”`
      const hint = '这里的文字照原样出现，删去标记；组件和加粗只写在正文里'
      report(match.index, match[0].length, { found, expected: '只有文字和占位', hint })
    }
    const rest = value.replace(placeholder, (match) => '\uFFFC'.repeat(match.length))
    for (const match of rest.matchAll(/[{}][^{}]*\}?/g)) {
      const hint = '编号只用小写英文、数字、点和连字符；不是引用就不写花括号'
      const expected = '{指标编号} 或 {when:时间编号}'
      const found = `写错的占位“${match[0].slice(0, 24)}”`
      report(match.index, match[0].length, { found, expected, hint })
    }
    return problems
  })
  return [...inCopy, ...elsewhere]
}
