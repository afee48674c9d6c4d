import { lineOf, problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { correctedWords, inOrder } from '../facts/corrections.ts'
import { type Correction, correctionSchema } from '../schemas/corrections.ts'
import { defineSet, type WrittenSet } from './define.ts'

/** A valid correction and its place in the list. */
interface WrittenCorrection extends Correction {
  index: number
}

const validCorrections = (value: unknown): WrittenCorrection[] =>
  (Array.isArray(value) ? value : []).flatMap((each, index) => {
    const { data } = correctionSchema.safeParse(each)
    return data ? [{ ...data, index }] : []
  })

/** Corrections that change nothing, that do not begin where the one before them ends, or whose last does not end in what the number says now. */
function checkCorrections({ document, observations }: WrittenSet): Problem[] {
  const all = validCorrections(document.value)
  const series = Map.groupBy(all, ({ indicator, field }) => `${indicator} ${field}`)
  const unchanged = all.flatMap((each) =>
    each.old === each.new
      ? problemAt(document, [each.index, 'new'], {
          found: `与 old 相同的“${each.new}”`,
          expected: '改了的写法',
          hint: '没有改动，就删去这一条',
        })
      : [],
  )
  const broken = [...series.values()].flatMap((same) => {
    const ordered = inOrder(same)
    return ordered.slice(1).flatMap((next, place) => {
      const before = ordered[place] as WrittenCorrection
      if (next.old === before.new) return []
      return problemAt(document, [next.index, 'old'], {
        found: `“${next.old}”，上一次更正（第 ${lineOf(document, [before.index])} 行）改成的是“${before.new}”`,
        expected: `“${before.new}”`,
        hint: '同一个数的更正按日期相接：每一次的 old 是上一次的 new；核对两条的写法和日期',
      })
    })
  })
  const stale = [...series.values()].flatMap((same) => {
    const last = inOrder(same).at(-1) as WrittenCorrection
    const found = observations.find(({ observation }) => observation.id === last.indicator)
    const now = found && correctedWords(found.observation, last.field)
    if (!found || now === undefined || now === last.new) return []
    const line = lineOf(found.document, found.path)
    return problemAt(document, [last.index, 'new'], {
      found: `改为“${last.new}”，而 ${last.indicator} 现在写作“${now}”`,
      expected: `“${now}”（${found.document.file} 第 ${line} 行）`,
      hint: '照本站的写法写，限定词和单位都在；或把数改成更正后的',
    })
  })
  return [...unchanged, ...broken, ...stale]
}

/** What was wrong in numbers already published. */
export const correctionSet = defineSet({
  schema: correctionSchema.array().describe('已发布的数的更正。'),
  key: '更正编号',
  tables: [
    {
      name: 'corrections',
      title: '更正',
      record: correctionSchema,
      rows: (corrections) => corrections,
    },
  ],
  check: checkCorrections,
})
