import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cuts } from '../../src/charts/chart.ts'
import { charts, findChart } from '../../src/charts/index.ts'
import { widthOf } from '../../src/charts/lettering.ts'
import { parseDrawing } from './drawnMarks.ts'
import { edition } from './edition2025.ts'

const all = edition.figures.flatMap(({ id }) =>
  Object.values(cuts).map((cut) => ({ id, cut, name: `${id}-${cut.name}` })),
)

it('every figure has a chart and every chart a figure', () => {
  expect(Object.keys(charts).sort()).toEqual(edition.figures.map(({ id }) => id).sort())
  expect(() => findChart('nothing')).toThrow('nothing')
})

describe.each(all)('$name', ({ id, cut, name }) => {
  const drawing = findChart(id).draw(edition, cut)

  it('looks as it did', async () => {
    const svg = `<svg viewBox="0 0 ${cut.width} ${drawing.height}">${drawing.body}</svg>\n`
    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(`snapshots/${name}.svg`)
  })

  it('is drawn alike from the same records', () => {
    expect(findChart(id).draw(structuredClone(edition), cut)).toEqual(drawing)
  })

  it('carries no inline style, no id and no broken number', () => {
    expect(drawing.body).not.toMatch(/style|<style|\sid=|NaN|undefined|Infinity|null/)
    expect(drawing.height).toBeGreaterThan(40)
    expect(Number.isInteger(drawing.height)).toBe(true)
  })

  it('keeps its lettering at a readable size and inside the plate', () => {
    const least = cut.name === 's' ? 12 : 15
    for (const text of parseDrawing(drawing, cut).querySelectorAll('text')) {
      const size = Number(text.getAttribute('font-size') ?? cut.lettering)
      expect(size, text.textContent).toBeGreaterThanOrEqual(least)
      const x = Number(text.getAttribute('x')?.split(' ')[0])
      const y = Number(text.getAttribute('y')?.split(' ')[0])
      const marks = text.getAttribute('class') ?? ''
      const upright = text.getAttribute('x')?.includes(' ')
      const width = upright || text.querySelector('tspan') ? size : widthOf(text.textContent, size)
      const left = /\bend\b/.test(marks) ? x - width : /\bmid\b/.test(marks) ? x - width / 2 : x
      expect(left, text.textContent).toBeGreaterThan(-size / 2 - 1)
      expect(left + width, text.textContent).toBeLessThan(cut.width + 1.5)
      expect(y, text.textContent).toBeLessThanOrEqual(drawing.height)
    }
  })
})

it('the figures of one chapter stay under 8 kB with both cuts, compressed', () => {
  for (const chapter of new Set(edition.figures.map((figure) => figure.chapter))) {
    const markup = all
      .filter(({ id }) =>
        edition.figures.some((figure) => figure.id === id && figure.chapter === chapter),
      )
      .map(({ id, cut }) => findChart(id).draw(edition, cut).body)
      .join('')
    expect(brotliCompressSync(markup).length, chapter).toBeLessThan(8 * 1024)
  }
})
