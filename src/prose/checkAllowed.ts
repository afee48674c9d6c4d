import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { findQuantities } from '../facts/quantity.ts'
import type { Registers } from '../records/registers.ts'
import { allowedQuantitiesSchema } from '../schemas/words.ts'

/** Entries of the allow-list that no text needs any more. */
export function checkAllowed(registers: Registers, texts: readonly string[]): Problem[] {
  const document = registers.byName.get('allowed-quantities')?.document
  if (!document) return []
  const entries = Array.isArray(document.value) ? document.value : []
  return entries.flatMap((entry, index) => {
    const phrase = allowedQuantitiesSchema.element.safeParse(entry).data?.phrase
    if (phrase === undefined) return []
    const quantities = findQuantities(phrase)
    const counts = quantities.length > 0
    if (quantities[0]?.text === phrase)
      return [
        problemAt(document, [index, 'phrase'], {
          found: `只是一个数的“${phrase}”`,
          expected: '含这个数的整个提法',
          hint: '是数就登记成指标再引用；是提法，写上它前后的字',
        }),
      ]
    if (counts && texts.some((text) => text.includes(phrase))) return []
    const words = counts
      ? { found: `没有用到的“${phrase}”`, expected: '正文或数据里用到的词语', hint: '删去这一条' }
      : {
          found: `不含数量的“${phrase}”`,
          expected: '含数字或汉字数字的词语',
          hint: '删去这一条，不必列出',
        }
    return [problemAt(document, [index, 'phrase'], words)]
  })
}
