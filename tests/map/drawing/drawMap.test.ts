import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { drawMap, projectionAttribute } from '../../../src/map/drawing/drawMap.ts'
import { layoutMap } from '../../../src/map/drawing/layoutMap.ts'
import { mapSizes } from '../../../src/map/drawing/mapSize.ts'
import { parseDrawing } from '../../../src/map/live/parseDrawing.ts'
import { published, sample } from '../rosters.ts'

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

test.each(mapSizes)('cut $name draws 112 hollow dots that nothing names, and 13 towns', (size) => {
  const { svg } = draw(published, size)
  expect(svg.querySelectorAll('.dot.frame')).toHaveLength(112)
  expect(svg.querySelectorAll('.dot:not(.frame), [data-point]')).toHaveLength(0)
  expect(svg.querySelectorAll('[data-town]')).toHaveLength(13)
})

test.each(mapSizes)(
  'cut $name puts no town on the ground but those with a sourced place, and heads the others',
  (size) => {
    const { svg } = draw(published, size)
    const placed = published.towns.towns.filter(({ wgs84 }) => wgs84)
    const codes = (part: string) =>
      [...svg.querySelectorAll(`${part} [data-town]`)].map((town) => town.getAttribute('data-town'))
    expect(codes('.ground')).toEqual(placed.map(({ adcode }) => adcode))
    expect(codes('.unplaced')).toHaveLength(5)
    expect(svg.querySelectorAll('.unplaced .ring.unplaced')).toHaveLength(5)
    expect(svg.querySelectorAll('.unplaced [data-at]')).toHaveLength(0)
    expect(svg.querySelector('.unplaced > text')?.textContent).toBe('位置待登记')
  },
)

test('a point at the seat of its town lies over the ring, on the drawing and on the live map', () => {
  const seated = structuredClone(sample)
  const town = seated.towns.towns.find(({ wgs84 }) => wgs84)
  const point = seated['liaison-points'].records.find(({ coordinates }) => coordinates)
  if (!town || !point) throw new Error('no place')
  Object.assign(point, { coordinates: town.wgs84, crs: 'wgs84' })
  const { svg } = draw(seated)
  const order = [
    ...svg.querySelectorAll(`[data-town="${town.adcode}"], [data-point="${point.id}"]`),
  ]
  expect(order.map((mark) => mark.tagName.toLowerCase())).toEqual(['g', 'circle'])
  const marks = parseDrawing(svg).marks.map(({ id }) => id)
  expect(marks.indexOf(point.id)).toBeGreaterThan(marks.indexOf(town.adcode))
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

test('the live map reads the ground back: same marks, degrees within a tenth of a unit', () => {
  const { svg, layout } = draw(sample)
  const drawing = parseDrawing(svg)
  const aside = new Set(layout.unplaced?.towns.map(({ adcode }) => adcode))
  const points = layout.points.filter(
    ({ state, town }) => state === 'placed' || (state === 'grouped' && !aside.has(town ?? '')),
  )
  expect(points.length).toBeGreaterThan(0)
  expect(drawing.marks.map((mark) => mark.id).sort()).toEqual(
    [...points.map((mark) => mark.id), ...layout.towns.map((mark) => mark.adcode)].sort(),
  )
  for (const mark of points) {
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
