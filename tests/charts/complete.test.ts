import { describe, expect, test } from 'vitest'
import { cuts } from '../../src/charts/chart.ts'
import { charts, findChart } from '../../src/charts/registry.ts'
import { loadEditions } from '../../src/records/readRegisters.ts'
import { projectRoot } from '../../src/roots.ts'
import { markClasses, reportedMarks, undisclosedMarks } from './drawnMarks.ts'
import { edition, isOwn } from './edition2025.ts'
import { complete } from './edition2099.ts'
import { letteringBoxes, overlap } from './letteringBoxes.ts'

const all = complete.figures.flatMap(({ id }) =>
  Object.values(cuts).map((cut) => ({ id, cut, name: `${id}-${cut.name}` })),
)

test('every chart is a figure of an edition, or of the one with complete records', () => {
  const editions = [complete, ...loadEditions(projectRoot).flatMap(({ edition }) => edition ?? [])]
  const drawn = editions.flatMap(({ figures }) => figures.map(({ id }) => id))
  expect([...new Set(drawn)].sort()).toEqual(Object.keys(charts).sort())
})

/** Figures that show something undisclosed even if everything is recorded, because no record has a field for it. */
const neverClosed = ['loop', 'timeline']

describe.each(all)('$name with complete records', ({ id, cut, name }) => {
  const drawing = findChart(id).draw(complete, cut)

  test('looks as it did', async () => {
    const svg = `<svg viewBox="0 0 ${cut.width} ${drawing.height}">${drawing.body}</svg>\n`
    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(`snapshots/complete/${name}.svg`)
  })

  test('changes form, and leaves nothing hollow that is recorded', () => {
    if (isOwn(id)) expect(drawing.body).not.toBe(findChart(id).draw(edition, cut).body)
    const marks = markClasses(drawing, cut)
    expect(marks.some((mark) => reportedMarks.includes(mark))).toBe(true)
    const hollow = marks.filter((mark) => undisclosedMarks.includes(mark))
    expect(hollow.length > 0).toBe(neverClosed.includes(id))
  })

  test('keeps its lettering readable, inside the plate and off other lettering', () => {
    const set = letteringBoxes(drawing, cut)
    for (const { words, size, left, right, bottom } of set) {
      expect(size, words).toBeGreaterThanOrEqual({ s: 12, w: 15, c: 24 }[cut.name])
      expect(left, words).toBeGreaterThan(-size / 2 - 1)
      expect(right, words).toBeLessThan(cut.width + 1.5)
      expect(bottom, words).toBeLessThanOrEqual(drawing.height + size * 0.22)
    }
    for (const [index, one] of set.entries()) {
      const over = set.slice(index + 1).find((other) => overlap(one, other))
      expect(over?.words, one.words).toBeUndefined()
    }
  })

  test('carries no inline style, no id and no broken number', () => {
    expect(drawing.body).not.toMatch(/style|<style|\sid=|NaN|undefined|Infinity|null/)
  })
})
