import type { Table } from '../charts/chart.ts'
import { charts } from '../charts/registry.ts'
import { basisMismatches, holdingsOf, indicatorsOf, outdatedLimits } from '../charts/statement.ts'
import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { placeholder } from '../facts/copy.ts'
import type { LoadedEdition } from '../records/readRegisters.ts'
import type { FigureCopy } from '../schemas/figures.ts'
import type { Edition } from '../sets/edition.ts'

const written = ['headline', 'measure', 'alt', 'description', 'caveat'] as const

/** The figures of an edition that can be drawn, each with its table; none if the records are broken. */
function figuresOf(
  edition: Edition | undefined,
): { figure: FigureCopy; index: number; table: Table }[] {
  return (edition?.figures ?? []).flatMap((figure, index) => {
    const chart = charts[figure.id]
    if (!edition || !chart) return []
    try {
      return [{ figure, index, table: chart.table(edition) }]
    } catch {
      // Figures that cannot be drawn are reported by checkDrawings.
      return []
    }
  })
}

/** Numbers in a figure's written words that its drawing does not show. */
export function checkStatements({ edition, registers }: LoadedEdition): Problem[] {
  const document = registers.byName.get('figures')?.document
  if (!document) return []
  return figuresOf(edition).flatMap(({ figure, index, table }) => {
    const shown = indicatorsOf(table)
    return (['headline', 'alt', 'description'] as const).flatMap((field) =>
      [...(figure[field] ?? '').matchAll(placeholder)].flatMap((match) => {
        const [whole, when, id = ''] = match
        if (when || shown.length === 0 || shown.includes(id)) return []
        return problemAt(
          document,
          [index, field],
          {
            found: `图“${figure.id}”没有画出的数 ${id}`,
            expected: shown.join('、'),
            hint: '改引这幅图画出的指标，或删去这句话，由数据生成',
          },
          { index: match.index, length: whole.length },
        )
      }),
    )
  })
}

/** Written words of a figure that no longer match its data; the site shows generated ones instead. */
export function staleStatements({ edition, registers }: LoadedEdition): Problem[] {
  const document = registers.byName.get('figures')?.document
  if (!document) return []
  const limits = figuresOf(edition).flatMap(({ figure, index, table }) => {
    const shown = indicatorsOf(table)
    const observations = (edition?.indicators ?? []).filter(({ id }) => shown.includes(id))
    return outdatedLimits(figure, observations).map((word) =>
      problemAt(document, [index, 'id'], {
        found: `图“${figure.id}”的话里的“${word}”，它的数都不带这个词`,
        expected: '与数的限定词相符的话',
        hint: `页面已改用由数据生成的话；核对 ${written.join('、')}，改写，或把它们删去`,
      }),
    )
  })
  const bases = figuresOf(edition).flatMap(({ figure, index, table }) =>
    basisMismatches(figure, holdingsOf(table)).map(({ subject, written: then, now }) =>
      problemAt(document, [index, 'basis'], {
        found: `图“${figure.id}”的话写于 ${subject} ${then}时，现在${now}`,
        expected: '与数据相符的话',
        hint: `页面已改用由数据生成的话；核对 ${written.join('、')}，改写后更新 basis，或把它们删去`,
      }),
    ),
  )
  return [...bases, ...limits]
}
