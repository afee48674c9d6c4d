import type { BuiltPage } from '../builtPage.ts'
import { type Position, positionAt } from '../documents/position.ts'
import type { Problem } from '../documents/problem.ts'
import { quoteAround } from '../documents/quote.ts'
import { placeholder } from '../facts/copy.ts'
import { findQuantities, maskPhrases } from '../facts/quantity.ts'
import { unboundText } from './pageText.ts'
import type { FindSource } from './sourceFinder.ts'

/** The position of a quantity in the built page: its first occurrence in one piece, or else the start of `<main>`. */
function placeInPage(html: string, quantity: string): Position {
  const main = html.indexOf('<main')
  return positionAt(html, Math.max(main, html.indexOf(quantity, main)))
}

const code = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi

/** A page with scripts and styles blanked, every offset kept. */
const withoutCode = (html: string) => html.replace(code, (part) => part.replace(/[^\n]/g, ' '))

/**
 * Quantities in the `<main>` of a built page that are in no `<data>`, `<time>` or `[data-generated]`, and unreplaced
 * placeholders anywhere in the page; each at the file and line where it was written, if that can be found.
 */
export function checkPage(
  { file, html, document }: BuiltPage,
  allowed: readonly string[],
  findSource: FindSource,
): Problem[] {
  const problemAt = (line: string, index: number, text: string, noun: string): Problem => {
    const before = line.slice(0, index).split('\uFFFC').at(-1) ?? ''
    const after = line.slice(index + text.length).split('\uFFFC')[0] ?? ''
    const source = findSource(before, text, after)
    return {
      ...(source ?? { file, ...placeInPage(html, text) }),
      found: `页面 ${file} 里${noun}“${text}”（${quoteAround(line, index, text.length)}）`,
      expected: '<data>、<time> 或带 data-generated 的元素里的数',
      hint: source
        ? '改由指标引用；由记录算出的文字，所在元素加 data-generated'
        : '没有找到它写在哪里；多半由代码拼成，所在元素加 data-generated',
    }
  }
  // Descriptions in the head and generated parts show copy too, so the whole page is searched for placeholders.
  const page = withoutCode(html)
  const raw = [...page.matchAll(placeholder)]
  const masked = raw.map(([text]) => text)
  return [
    ...raw.map(({ index, 0: text }) => problemAt(page, index, text, '没有替换的占位')),
    ...(unboundText(document) ?? []).flatMap((line) =>
      findQuantities(maskPhrases(line, masked), allowed).map(({ index, text }) =>
        problemAt(line, index, text, '未绑定的数量'),
      ),
    ),
  ]
}
