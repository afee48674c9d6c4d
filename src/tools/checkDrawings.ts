import { cuts } from '../charts/chart.ts'
import { charts } from '../charts/index.ts'
import { problemAt } from '../records/document.ts'
import { nearest } from '../records/nearest.ts'
import type { Problem } from '../records/problem.ts'
import type { LoadedEdition } from '../records/readRegisters.ts'

/** Figures of an edition that cannot be drawn: no drawing has their id, or it lacks a record it needs. */
export function checkDrawings({ edition, registers }: LoadedEdition): Problem[] {
  const document = registers.byName.get('figures')?.document
  if (!edition || !document) return []
  return edition.figures.flatMap(({ id }, index) => {
    const chart = charts[id]
    if (!chart) {
      const alike = nearest(id, Object.keys(charts))
      const hint = alike ? `是不是“${alike}”` : '新的图要先在 src/charts/ 里写画法'
      return [
        problemAt(document, [index, 'id'], {
          found: `没有画法的图“${id}”`,
          expected: Object.keys(charts).join('、'),
          hint,
        }),
      ]
    }
    try {
      for (const cut of Object.values(cuts)) chart.draw(edition, cut)
      chart.table(edition)
      return []
    } catch (error) {
      const found = `画不出的图“${id}”：${error instanceof Error ? error.message : error}`
      const expected = '画它所需的指标和记录都在'
      return [
        problemAt(document, [index, 'id'], { found, expected, hint: '补上记录，或撤下这幅图' }),
      ]
    }
  })
}
