import type { BuiltPage } from '../builtPage.ts'
import { positionAt } from '../documents/position.ts'
import type { Problem } from '../documents/problem.ts'

const opening = /<data(?=[\s>])/g

/** Text without white space, which markup may add anywhere. */
const bare = (words: string | undefined) => words?.replace(/\s/g, '')

/**
 * Numbers of a built page that do not read as their indicators are worded (`wording` by indicator id), so that no
 * template can lose, repeat or move a qualifier. A `<data>` without an indicator is refused too, because `checkPage`
 * trusts every `<data>`.
 */
export function checkQuantities(
  { file, html, document }: BuiltPage,
  wording: ReadonlyMap<string, string>,
): Problem[] {
  const places = [...html.matchAll(opening)].map(({ index }) => index)
  return [...document.querySelectorAll('data')].flatMap((element, order) => {
    const id = element.getAttribute('data-indicator') ?? undefined
    const shown = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    const expected = id === undefined ? undefined : wording.get(id)
    return expected !== undefined && bare(shown) === bare(expected)
      ? []
      : {
          file,
          ...positionAt(html, places[order] ?? 0),
          found:
            id === undefined
              ? `页面 ${file} 的数“${shown}”没有写明是哪个指标`
              : `页面 ${file} 把指标 ${id} 写成“${shown}”`,
          expected: expected ?? '指标表里有的指标',
          hint: '数值用 Quantity 或 Fact 组件写出，不要拆开重排',
        }
  })
}
