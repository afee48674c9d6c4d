import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { flatten } from '../../../src/charts/parts/flatten.ts'
import { subpathsOf } from '../drawnMarks.ts'

const flattened = (inside: string) =>
  flatten(
    parseHTML(`<html><body><svg>${inside}</svg></body></html>`).document.querySelector(
      'svg',
    ) as unknown as Element,
    13,
  )

const whole = fc.integer({ min: -200, max: 200 })
const size = fc.integer({ min: 1, max: 60 })
const four = fc.tuple(whole, whole, size, size)

const anyMark = fc.constantFrom('h', 'fa', 'u')

/** A shape as Plot writes it, and the points of its outline. */
const shape = fc.oneof(
  four.map(([x, y, width, height]) => ({
    svg: `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    points: [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
  })),
  four.map(([x, y, r]) => ({
    svg: `<circle cx="${x}" cy="${y}" r="${r}"/>`,
    points: [
      [x - r, y],
      [x + r, y],
      [x - r, y],
    ],
  })),
  fc.tuple(whole, whole, whole, whole).map(([x1, y1, x2, y2]) => ({
    svg: `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`,
    points: [
      [x1, y1],
      [x2, y2],
    ],
  })),
  four.map(([x, y, width, height]) => ({
    svg: `<path d="M${x},${y}H${x + width}V${y + height}L${x},${y + height}Z"/>`,
    points: [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
  })),
  four.map(([x, y, r, far]) => ({
    svg: `<path d="M${x},${y}A${r},${r},0,0,1,${x + far},${y - far}C${x},${y},${r},${r},${x},${far}"/>`,
    points: [
      [x, y],
      [x + far, y - far],
      [x, far],
    ],
  })),
)

/** Shapes with different classes, in a group that is moved together with the group around it. */
const group = fc.record({
  outer: fc.tuple(whole, whole),
  inner: fc.tuple(whole, whole),
  shapes: fc.array(fc.tuple(anyMark, shape), { minLength: 1, maxLength: 4 }),
})
const groups = fc.array(group, { minLength: 1, maxLength: 5 })

interface Group {
  outer: [number, number]
  inner: [number, number]
  shapes: [string, { svg: string }][]
}

const svgOf = (drawn: readonly Group[]) =>
  drawn
    .map(({ outer, inner, shapes }) => {
      const svg = shapes.map(([mark, shape]) => shape.svg.replace(' ', ` class="${mark}" `))
      return `<g transform="translate(${outer})"><g transform="translate(${inner.join(', ')})">${svg.join('')}</g></g>`
    })
    .join('')

const pathsIn = (markup: string) =>
  [...markup.matchAll(/<path class="(\w+)" d="([^"]+)"/g)].map(([, mark = '', data = '']) => ({
    mark,
    subpaths: subpathsOf(data),
  }))

describe('the shapes of a drawing of Plot', () => {
  test('each become one subpath, in their order, moved by every group around them', () => {
    fc.assert(
      fc.property(groups, (drawn) => {
        const subpaths = pathsIn(flattened(svgOf(drawn))).flatMap((path) => path.subpaths)
        expect(subpaths).toEqual(
          drawn.flatMap(({ outer, inner, shapes }) =>
            shapes.map(([, { points }]) =>
              points.map(([x = 0, y = 0]) => [x + outer[0] + inner[0], y + outer[1] + inner[1]]),
            ),
          ),
        )
      }),
    )
  })

  test('keep their class, and share a path with none of another', () => {
    fc.assert(
      fc.property(groups, (drawn) => {
        const marks = pathsIn(flattened(svgOf(drawn))).flatMap(({ mark, subpaths }) =>
          subpaths.map(() => mark),
        )
        expect(marks).toEqual(drawn.flatMap(({ shapes }) => shapes.map(([mark]) => mark)))
      }),
    )
  })

  test('are one path where one class follows itself', () => {
    const boxes = '<rect x="0" y="0" width="2" height="1"/><rect x="4" y="0" width="2" height="1"/>'
    expect(flattened(`<g class="h">${boxes}</g>`)).toBe(
      '<path class="h" d="M0 0h2v1h-2zM4 0h2v1h-2z"/>',
    )
    expect(flattened(`<rect class="u" width="2" height="1"/><g class="h">${boxes}</g>`)).toBe(
      '<path class="u" d="M0 0h2v1h-2z"/><path class="h" d="M0 0h2v1h-2zM4 0h2v1h-2z"/>',
    )
  })

  test('are found by the indicator that their group is named after', () => {
    const line = '<line class="f" y2="9"/>'
    expect(flattened(`<g aria-label="marks:a.b">${line}</g>`)).toBe(
      '<g data-marks="a.b"><path class="f" d="M0 0v9"/></g>',
    )
    expect(flattened(`<g aria-label="end:a.b">${line}</g>`)).toContain('<g data-end="a.b">')
    expect(flattened('<g aria-label="end:a.b"></g>')).toBe('')
    expect(flattened(`<g aria-label="rule">${line}</g>`)).toBe('<path class="f" d="M0 0v9"/>')
  })
})

describe('the lettering of a drawing of Plot', () => {
  test('stands where its groups and its offsets in em put it, in whole units, by its own size or the usual', () => {
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 14, max: 40 }), fc.boolean(), (x, y, em, own) => {
        const given = own ? ` font-size="${em}"` : ''
        const words = `<g${given} transform="translate(${x},${y})"><text y="0.5em" transform="translate(3,4)">甲</text></g>`
        const below = Math.round(y + 4 + 0.5 * (own ? em : 13))
        expect(flattened(words)).toBe(
          `<text class="mid" x="${x + 3}" y="${below}"${given}>甲</text>`,
        )
      }),
    )
  })

  test('is a text for each line, but one for upright characters', () => {
    const lines = (...words: string[]) =>
      flattened(
        `<text text-anchor="start">${words.map((line, index) => `<tspan x="0" dy="${index > 0 ? 2 : 0}em">${line}</tspan>`).join('')}</text>`,
      )
    expect(lines('甲乙', '丙')).toBe('<text x="0" y="0">甲乙</text><text x="0" y="26">丙</text>')
    expect(lines('甲', '乙', '丙')).toBe('<text x="0 0 0" y="0 26 52">甲乙丙</text>')
  })

  test('says its size only where it is not the usual one', () => {
    expect(flattened('<text font-size="13">甲</text>')).toBe(
      '<text class="mid" x="0" y="0">甲</text>',
    )
  })

  test('hangs an opening quote, and is escaped', () => {
    expect(flattened('<text text-anchor="start">“甲”&lt;乙</text>')).toBe(
      '<text x="-6" y="0">“甲”&lt;乙</text>',
    )
  })

  test('closes the path before it, so that what is drawn later stays above', () => {
    const line = '<line class="h" y2="9"/>'
    expect(flattened(`${line}<text>甲</text>${line}`).match(/<(path|text)/g)).toEqual([
      '<path',
      '<text',
      '<path',
    ])
  })
})

test('styles of Plot are left out', () => {
  expect(flattened('<style>.a{}</style><g style="fill:red"><line class="h" y2="9"/></g>')).toBe(
    '<path class="h" d="M0 0v9"/>',
  )
})
