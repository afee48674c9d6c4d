import { findQuantities } from '../facts/quantity.ts'
import { excerpt } from '../records/excerpt.ts'
import { type Position, positionAt } from '../records/position.ts'
import type { Problem } from '../records/problem.ts'
import { contentRoot, projectRoot } from '../tools/roots.ts'
import { unboundText } from './pageText.ts'
import { type FindSource, sourceFinder } from './sourceFinder.ts'

const findInProject = sourceFinder([contentRoot, projectRoot])

/** Where a quantity stands in the built page itself: its first unbroken occurrence, or the start of `<main>`. */
function placeInPage(html: string, quantity: string): Position {
  const main = html.indexOf('<main')
  return positionAt(html, Math.max(main, html.indexOf(quantity, main)))
}

/**
 * Quantities in the `<main>` of a built page that lie in no `<data>`, `<time>` or `[data-generated]`, each
 * with the file and line it was typed in where that can be found.
 */
export function checkPage(
  html: string,
  file: string,
  allowed: readonly string[],
  findSource: FindSource = findInProject,
): Problem[] {
  const lines = unboundText(html)
  if (!lines) return []
  return lines.flatMap((line) =>
    findQuantities(line, allowed).map(({ index, text }) => {
      const around = excerpt(line, index, text.length)
      const before = line.slice(0, index).split('\uFFFC').at(-1) ?? ''
      const after = line.slice(index + text.length).split('\uFFFC')[0] ?? ''
      const source = findSource(before, text, after)
      const page = `页面 ${file}`
      return {
        ...(source ?? { file, ...placeInPage(html, text) }),
        found: `${page} 里未绑定的数量“${text}”（${around}）`,
        expected: '<data>、<time> 或带 data-generated 的元素里的数',
        hint: source
          ? '改由指标引用；由记录算出的文字，所在元素加 data-generated'
          : '没有找到它写在哪里；多半由代码拼成，所在元素加 data-generated',
      }
    }),
  )
}
