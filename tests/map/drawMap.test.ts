import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { drawMap, projectionAttribute } from '../../src/map/drawMap.ts'
import { layoutMap } from '../../src/map/layoutMap.ts'
import { mapSizes } from '../../src/map/mapSize.ts'
import { readDrawing } from '../../src/map/readDrawing.ts'
import { published, sample } from './rosters.ts'

function draw(roster: typeof sample, size = mapSizes[0]) {
  if (!size) throw new Error('no cut')
  const layout = layoutMap(roster.towns.towns, roster['liaison-points'].records, size)
  const { document } = parseHTML(
    `<svg data-projection="${projectionAttribute(layout)}">${drawMap(layout)}</svg>`,
  )
  const svg = document.querySelector('svg') as unknown as SVGSVGElement
  Object.defineProperty(svg, 'viewBox', {
    value: { baseVal: { width: size.width, height: size.height } },
  })
  return { layout, svg }
}

test.each(mapSizes)('cut $name draws 112 hollow dots and 13 towns', (size) => {
  const { svg } = draw(published, size)
  const ids = [...svg.querySelectorAll('.dot.frame')].map((dot) => dot.getAttribute('data-point'))
  expect(new Set(ids).size).toBe(112)
  expect(svg.querySelectorAll('.dot:not(.frame)')).toHaveLength(0)
  expect(svg.querySelectorAll('[data-town]')).toHaveLength(13)
  expect(svg.querySelectorAll('.ring.schematic')).toHaveLength(5)
})

test('points in every state are drawn in their own way', () => {
  const { svg } = draw(sample)
  const count = (state: string) => svg.querySelectorAll(`.dot.${state}`).length
  expect({ placed: count('placed'), grouped: count('grouped'), frame: count('frame') }).toEqual({
    placed: 6,
    grouped: 4,
    frame: 4,
  })
})

test('the live map reads the drawing back: same marks, degrees within a tenth of a unit', () => {
  const { svg, layout } = draw(sample)
  const drawing = readDrawing(svg)
  expect(drawing.marks.map((mark) => mark.id).sort()).toEqual(
    [...layout.points.map((mark) => mark.id), ...layout.towns.map((mark) => mark.adcode)].sort(),
  )
  for (const mark of layout.points) {
    const read = drawing.marks.find((item) => item.id === mark.id)
    const [lat, lng] = read?.at ?? [0, 0]
    const { x, y } = layout.projection.project([lng, lat])
    const tolerance = mark.at ? 0.001 : 0.1
    expect(Math.abs(x - mark.x)).toBeLessThan(tolerance)
    expect(Math.abs(y - mark.y)).toBeLessThan(tolerance)
    expect(read?.beside?.town).toBe(mark.state === 'grouped' ? mark.town : undefined)
  }
})

test('names from the records cannot become markup', () => {
  const [town] = sample.towns.towns
  if (!town) throw new Error('empty fixture')
  const towns = { ...sample.towns, towns: [{ ...town, name: '<b>"&' }] }
  const { svg } = draw({
    ...sample,
    towns,
    'liaison-points': { ...sample['liaison-points'], records: [] },
  })
  expect(svg.querySelector('[data-town] text')?.textContent).toBe('<b>"&')
})
