import { parseHTML } from 'linkedom'
import { positionAt } from '../records/position.ts'
import type { Problem } from '../records/problem.ts'

const figure = /<data(?=[\s>])[\s\S]*?<\/data>/g

/** Words without white space, which markup may put anywhere in them. */
const bare = (words: string | undefined) => words?.replace(/\s/g, '')

/**
 * Figures of a built page that do not read as their indicators are worded (`wording` by indicator id): whatever
 * template wrote them, no qualifier is lost, doubled or moved. One that names no indicator is refused, for
 * `checkPage` takes every `<data>` as bound and would let it say anything.
 */
export function checkFigures(
  html: string,
  file: string,
  wording: ReadonlyMap<string, string>,
): Problem[] {
  return [...html.matchAll(figure)].flatMap(({ index, 0: markup }) => {
    const element = parseHTML(markup).document.querySelector('data')
    const id = element?.getAttribute('data-indicator') ?? undefined
    const shown = (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
    const expected = id === undefined ? undefined : wording.get(id)
    return expected !== undefined && bare(shown) === bare(expected)
      ? []
      : {
          file,
          ...positionAt(html, index),
          found:
            id === undefined
              ? `页面 ${file} 的数“${shown}”没有写明是哪个指标`
              : `页面 ${file} 把指标 ${id} 写成“${shown}”`,
          expected: expected ?? '指标表里有的指标',
          hint: '数值用 Quantity 或 Fact 组件写出，不要拆开重排',
        }
  })
}
