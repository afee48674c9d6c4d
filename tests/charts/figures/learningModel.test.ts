import { expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { learningModel } from '../../../src/charts/figures/learningModel.ts'
import { letteringOf } from '../drawnMarks.ts'
import type { WholeEdition } from '../edition2025.ts'
import { complete } from '../edition2099.ts'

const withCounts = (count: (index: number) => number): WholeEdition => {
  const { parts } = complete.learning
  const records = parts.records.map((part, index) => ({ ...part, count: count(index) }))
  return { ...complete, learning: { ...complete.learning, parts: { ...parts, records } } }
}

test.each([
  ['one part', (index: number) => index],
  ['every part', () => 0],
])('%s recorded as never held is told as 0次, not as 未公布', (_, count) => {
  const recorded = withCounts(count)
  for (const cut of Object.values(cuts)) {
    const drawing = learningModel.draw(recorded, cut)
    expect(letteringOf(drawing, cut)).toContain('0次')
    expect(letteringOf(drawing, cut)).not.toContain('未公布')
    expect(drawing.body).not.toContain('NaN')
  }
  const rows = learningModel.table(recorded).rows.slice(1)
  expect(rows.map((cells) => cells[3]?.text)).toEqual(
    recorded.learning.parts.records.map((part) => `${part.count}次`),
  )
})

test('a count recorded for one part only is lettered there', () => {
  const { parts } = complete.learning
  const records = parts.records.map((part, index) => ({ ...part, count: index === 0 ? 0 : null }))
  const recorded = { ...complete, learning: { ...complete.learning, parts: { ...parts, records } } }
  for (const cut of Object.values(cuts)) {
    const lettering = letteringOf(learningModel.draw(recorded, cut), cut)
    expect(lettering.match(/0次/g)).toHaveLength(1)
    expect(lettering).not.toContain('未公布')
  }
})
