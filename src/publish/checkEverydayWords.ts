import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { quote } from '../documents/quote.ts'
import type { Registers } from '../records/registers.ts'
import { everydayWordsSchema } from '../schemas/words.ts'
import type { ReadPage } from '../search/build/readPage.ts'

/** Everyday words that lead nowhere, since no page has the words of the site that are to answer them. */
export function checkEverydayWords(registers: Registers, pages: readonly ReadPage[]): Problem[] {
  const register = registers.byName.get('everyday-words')
  const { data = [] } = everydayWordsSchema.safeParse(register?.document.value)
  return data.flatMap(({ means }, at) => {
    if (!register || pages.some(({ page }) => page.text.includes(means))) return []
    const expected = '网页上逐字有的说法'
    const hint = '照网页上的写法改，网页上已经不说的，删去这一条'
    const found = `${quote(means)}，哪一页上都没有`
    return [problemAt(register.document, [at, 'means'], { found, expected, hint })]
  })
}
