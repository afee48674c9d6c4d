import { cuts } from '../charts/chart.ts'
import { charts } from '../charts/registry.ts'
import { problemAt } from '../documents/document.ts'
import { nearestName } from '../documents/nearestName.ts'
import type { Problem } from '../documents/problem.ts'
import type { LoadedEdition } from '../records/readRegisters.ts'

/** Characters of the largest drawing that a page can carry, seven times those of the largest there is. */
const largest = 100_000

/** Figures of an edition that cannot be drawn: no drawing has their id, it lacks a record it needs, or it has too many marks. */
export function checkDrawings({ edition, registers }: LoadedEdition): Problem[] {
  const document = registers.byName.get('figures')?.document
  if (!edition || !document) return []
  return edition.figures.flatMap(({ id }, index) => {
    const chart = charts[id]
    if (!chart) {
      const alike = nearestName(id, Object.keys(charts))
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
      const sizes = Object.values(cuts).map(
        (cut) => JSON.stringify(chart.draw(edition, cut)).length,
      )
      chart.table(edition)
      if (Math.max(...sizes) <= largest) return []
      return [
        problemAt(document, [index, 'id'], {
          found: `太大的图“${id}”：要画的记号太多`,
          expected: '逐个画得下的数，一千上下为限',
          hint: '核对所引指标的 value 是否多写了零；数确有这么大，请维护者换一种画法，或撤下这幅图',
        }),
      ]
    } catch (error) {
      const found = `画不出的图“${id}”：${error instanceof Error ? error.message : error}`
      const expected = '画它所需的指标和记录都在'
      return [
        problemAt(document, [index, 'id'], { found, expected, hint: '补上记录，或撤下这幅图' }),
      ]
    }
  })
}
