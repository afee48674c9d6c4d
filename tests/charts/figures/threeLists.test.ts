import { expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { threeLists } from '../../../src/charts/figures/threeLists.ts'
import { findIndicator } from '../../../src/facts/indicator.ts'
import type { Edition } from '../../../src/sets/edition.ts'
import { countMarks, letteringOf, parseDrawing, sumMarks } from '../drawnMarks.ts'
import { edition } from '../edition2025.ts'
import { complete } from '../edition2099.ts'

const { stated, records } = complete.proposals
const drawn = (source: Edition) =>
  Object.values(cuts).map((cut) => ({ cut, drawing: threeLists.draw(source, cut) }))

test.each([
  ['as public now', edition],
  ['with complete records', complete],
])('%s both satisfactions are said with their verb, and neither is drawn', (_, source) => {
  for (const { cut, drawing } of drawn(source)) {
    const lettering = letteringOf(drawing, cut)
    for (const id of ['proposals.handling-satisfaction', 'proposals.implementation-satisfaction']) {
      expect(lettering).toContain(`${findIndicator(source.indicators, id).label}达到`)
      expect(sumMarks(countMarks(drawing, cut, id))).toBe(0)
    }
    expect(lettering.match(/100%/g)).toHaveLength(2)
  }
})

test('with every unit and result recorded a mark stands for each proposal, in the order of the rows', () => {
  const rows = threeLists.table(complete).rows.filter(([head]) => head?.reads?.of === stated)
  expect(rows).toHaveLength(records.length)
  for (const { cut, drawing } of drawn(complete)) {
    const marks = parseDrawing(drawing, cut).querySelectorAll(`[data-marks="${stated}"] path`)
    const forms = [...marks].flatMap((path) =>
      (path.getAttribute('d') ?? '')
        .split(/(?=M)/)
        .map((mark) => `${path.getAttribute('class')}${mark.includes('a') ? ' round' : ''}`),
    )
    const words: Record<string, string> = { dl: '已落实', hl: '列入计划', 'hl round': '留作参考' }
    expect(forms.map((form) => words[form])).toEqual(
      rows.map((cells) => cells[4]?.text.replace(/，.*$/, '')),
    )
  }
})

test.each([
  ['a count that is not exact', records.length, 'over' as const],
  ['one proposal not recorded', records.length + 1, 'exact' as const],
])('with %s the proposals are told by their number alone', (_, value, bound) => {
  const indicators = complete.indicators.map((observation) =>
    observation.id === stated
      ? { ...observation, value, qualifier: { ...observation.qualifier, bound } }
      : observation,
  )
  for (const { cut, drawing } of drawn({ ...complete, indicators })) {
    expect(sumMarks(countMarks(drawing, cut, stated))).toBe(0)
    expect(letteringOf(drawing, cut)).not.toContain('按承办单位')
  }
})
