import { positionAt } from '../records/position.ts'
import type { Problem } from '../records/problem.ts'

const figure = /<data\b[^>]*\bdata-indicator="([^"]*)"[^>]*>([\s\S]*?)<\/data>/g

/**
 * Figures of a built page that do not read as their indicators are worded (`wording` by indicator id): whatever
 * template wrote them, no qualifier is lost, doubled or moved.
 */
export function checkFigures(
  html: string,
  file: string,
  wording: ReadonlyMap<string, string>,
): Problem[] {
  return [...html.matchAll(figure)].flatMap(({ index, 1: id = '', 2: content = '' }) => {
    const shown = content.replace(/<[^>]*>|\s/g, '')
    const expected = wording.get(id)
    return shown === expected
      ? []
      : {
          file,
          ...positionAt(html, index),
          found: `页面 ${file} 把指标 ${id} 写成“${shown}”`,
          expected: expected ?? '指标表里有的指标',
          hint: '数值用 Quantity 或 Fact 组件写出，不要拆开重排',
        }
  })
}
