import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { cuts } from '../../src/charts/chart.ts'
import { charts, findChart } from '../../src/charts/registry.ts'
import { loadEditions } from '../../src/records/readRegisters.ts'
import { projectRoot } from '../../src/roots.ts'
import type { Edition } from '../../src/sets/edition.ts'
import { edition, withMoreRecorded, withNothingDisclosed } from './edition2025.ts'
import { letteringBoxes, overlap } from './letteringBoxes.ts'

const cutsOf = (source: Edition, folder: string) =>
  source.figures.flatMap(({ id }) =>
    Object.values(cuts).map((cut) => ({ source, id, cut, name: `${folder}${id}-${cut.name}` })),
  )
/** The drawings of the edition that tests know; those of the published ones change with their records. */
const known = cutsOf(edition, '')
const published = loadEditions(projectRoot).flatMap((loaded) =>
  loaded.edition && !loaded.isDraft ? cutsOf(loaded.edition, `${loaded.year}/`) : [],
)

const leastSize = { s: 12, w: 15, c: 24 }

test('every figure has a chart', () => {
  expect(Object.keys(charts)).toEqual(expect.arrayContaining(edition.figures.map(({ id }) => id)))
  expect(() => findChart('nothing')).toThrow('nothing')
})

test.each(known)('$name looks as it did', async ({ source, id, cut, name }) => {
  const drawing = findChart(id).draw(source, cut)
  const svg = `<svg viewBox="0 0 ${cut.width} ${drawing.height}">${drawing.body}</svg>\n`
  await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(`snapshots/${name}.svg`)
})

describe.each([...known, ...published])('$name', ({ source, id, cut }) => {
  const drawing = findChart(id).draw(source, cut)

  test('is drawn alike from the same records', () => {
    expect(findChart(id).draw(structuredClone(source), cut)).toEqual(drawing)
  })

  test('is drawn once for all that show it', () => {
    expect(findChart(id).draw(source, cut)).toBe(drawing)
  })

  test('carries no inline style, no id and no broken number', () => {
    expect(drawing.body).not.toMatch(/style|<style|\sid=|NaN|undefined|Infinity|null/)
    expect(drawing.height).toBeGreaterThan(40)
    expect(Number.isInteger(drawing.height)).toBe(true)
  })

  test('keeps its lettering at a readable size, inside the plate and off other lettering', () => {
    const set = letteringBoxes(drawing, cut)
    for (const { words, size, left, right, top, bottom } of set) {
      expect(size, words).toBeGreaterThanOrEqual(leastSize[cut.name])
      expect(left, words).toBeGreaterThan(-size / 2 - 1)
      expect(right, words).toBeLessThan(cut.width + 1.5)
      expect(top, words).toBeGreaterThan(-size * 0.1)
      expect(bottom, words).toBeLessThanOrEqual(drawing.height + size * 0.22)
    }
    for (const [index, one] of set.entries()) {
      const over = set.slice(index + 1).find((other) => overlap(one, other))
      expect(over?.words, one.words).toBeUndefined()
    }
  })
})

test('in 关怀版 no lettering is below 18pt, clipped or overlapping, whatever is recorded', () => {
  for (const { id } of edition.figures) {
    for (const source of [withNothingDisclosed(), withMoreRecorded()]) {
      const set = letteringBoxes(findChart(id).draw(source, cuts.c), cuts.c)
      for (const [index, one] of set.entries()) {
        expect(one.size, one.words).toBeGreaterThanOrEqual(24)
        expect(one.left, one.words).toBeGreaterThan(-one.size / 2 - 1)
        expect(one.right, one.words).toBeLessThan(cuts.c.width + 1.5)
        const over = set.slice(index + 1).find((other) => overlap(one, other))
        expect(over?.words, one.words).toBeUndefined()
      }
    }
  }
})

test('the figures of one chapter stay under 8 kB with all cuts, compressed', () => {
  for (const chapter of new Set(edition.figures.map((figure) => figure.chapter))) {
    const markup = edition.figures
      .filter((figure) => figure.chapter === chapter)
      .flatMap(({ id }) => Object.values(cuts).map((cut) => findChart(id).draw(edition, cut).body))
      .join('')
    expect(brotliCompressSync(markup).length, chapter).toBeLessThan(8 * 1024)
  }
})
