import { type Chart, cuts } from '../charts/chart.ts'
import { miniNeeds } from '../charts/mini.ts'
import { charts } from '../charts/registry.ts'
import { problemAt } from '../documents/document.ts'
import { nearestName } from '../documents/nearestName.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { keepUnchanged } from '../documents/unchanged.ts'
import type { PlacedFigure } from '../prose/checkProse.ts'
import type { LoadedEdition } from '../records/readRegisters.ts'
import type { Registers } from '../records/registers.ts'
import type { Edition } from '../sets/edition.ts'
import type { SetName } from '../sets/registry.ts'

/** The most characters of markup allowed for a drawing, seven times the largest there is. */
const maxDrawingLength = 100_000

/** What a drawing lacks of the record sets it needs. */
const lacking = (edition: Edition, needs: readonly SetName[]): string[] =>
  needs.filter((name) => edition[name] === undefined).map((name) => `${name}.json`)

/** What to say of a drawing whose record sets the edition does not have. */
const withoutSets = (what: string, year: number, files: readonly string[]): ProblemWords => ({
  found: `${what}要画 ${files.join('、')}，这一版没有`,
  expected: `data/${year}/ 里有 ${files.join('、')}`,
  hint: '补上这个记录集，或撤下这幅图',
})

/** Small drawings of the home page whose record sets the edition does not have. */
function checkSmallDrawings(edition: Edition, registers: Registers): Problem[] {
  const document = registers.byName.get('initiatives')?.document
  if (!document) return []
  return edition.initiatives.flatMap(({ drawing }, index) => {
    const files = drawing ? lacking(edition, miniNeeds(drawing)) : []
    if (files.length === 0) return []
    const words = withoutSets(`小图“${drawing}”`, edition.year, files)
    return problemAt(document, [index, 'drawing'], words)
  })
}

/** The length of the longest drawing of a figure, or why it cannot be drawn. */
type Drawn = { longest: number } | { why: string }

const unchanged = keepUnchanged<Drawn>()

function draw(id: string, chart: Chart, edition: Edition): Drawn {
  try {
    const sizes = Object.values(cuts).map((cut) => JSON.stringify(chart.draw(edition, cut)).length)
    chart.table(edition)
    return { longest: Math.max(...sizes) }
  } catch (error) {
    return { why: `画不出的图“${id}”：${error instanceof Error ? error.message : error}` }
  }
}

/**
 * Figures of an edition that cannot be drawn: no drawing has their id, the edition lacks a record set they need (said
 * where prose places them), they lack a record, or they have too many marks.
 */
export function checkDrawings(
  { edition, registers }: LoadedEdition,
  placed: readonly PlacedFigure[] = [],
): Problem[] {
  const document = registers.byName.get('figures')?.document
  if (!edition || !document) return []
  const records = JSON.stringify(edition)
  const figures = edition.figures.flatMap(({ id }, index) => {
    const at = (words: ProblemWords) => [problemAt(document, [index, 'id'], words)]
    const chart = charts[id]
    if (!chart) {
      const alike = nearestName(id, Object.keys(charts))
      const hint = alike ? `是不是“${alike}”` : '新的图要先在 src/charts/figures/ 里写画法'
      const expected = Object.keys(charts).join('、')
      return at({ found: `没有画法的图“${id}”`, expected, hint })
    }
    const files = lacking(edition, chart.needs)
    if (files.length > 0) {
      const words = withoutSets(`图“${id}”`, edition.year, files)
      const places = placed.filter((figure) => figure.id === id)
      if (places.length === 0) return at(words)
      return places.map(({ file, line, column }) => ({ file, line, column, ...words }))
    }
    const drawn = unchanged(`${edition.year} ${id}`, [records], () => draw(id, chart, edition))
    if ('why' in drawn) {
      const expected = '画它所需的指标和记录都在'
      return at({ found: drawn.why, expected, hint: '补上记录，或撤下这幅图' })
    }
    if (drawn.longest <= maxDrawingLength) return []
    return at({
      found: `太大的图“${id}”：要画的记号太多`,
      expected: '逐个画得下的数，一千上下为限',
      hint: '核对所引指标的 value 是否多写了零；数确有这么大，请维护者换一种画法，或撤下这幅图',
    })
  })
  return [...figures, ...checkSmallDrawings(edition, registers)]
}
