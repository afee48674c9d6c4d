/** Latitude and longitude in degrees, in Leaflet's order. */
export type LatLng = [latitude: number, longitude: number]

/** A mark of the built drawing with its place on the ground; offsets and radii in the drawing's own units. */
export interface DrawnMark {
  attribute: 'data-town' | 'data-point'
  id: string
  className: string
  radius: number
  at: LatLng
  /** Town the mark stands beside, with its offset: it belongs to the town's name, not to a place. */
  beside?: { town: string; dx: number; dy: number }
  name?: { text: string; anchor: string; dx: number; dy: number }
}

/** A built drawing, read back so that the live map starts from the same picture. */
export interface Drawing {
  width: number
  lettering: number
  bounds: [LatLng, LatLng]
  neatline: [LatLng, LatLng]
  ripples: { radius: number; opacity: number }[]
  marks: DrawnMark[]
}

const number = (element: Element, name: string) => Number(element.getAttribute(name))

/** Reads one cut of the map back from its SVG; its projection stands in `data-projection`. */
export function readDrawing(svg: SVGSVGElement): Drawing {
  const [scale = 1, originX = 0, originY = 0] = (svg.dataset['projection'] ?? '').split(' ').map(Number)
  const { width, height } = svg.viewBox.baseVal
  const unproject = (x: number, y: number): LatLng => [
    (Math.atan(Math.sinh((originY - y) / scale)) * 180) / Math.PI,
    (((x - originX) / scale) * 180) / Math.PI,
  ]
  const place = (circle: Element): LatLng => {
    const [lng, lat] = (circle.getAttribute('data-at') ?? '').split(' ').map(Number)
    if (lng !== undefined && lat !== undefined) return [lat, lng]
    return unproject(number(circle, 'cx'), number(circle, 'cy'))
  }

  const towns = new Map<string, Element>()
  const townMarks = [...svg.querySelectorAll<SVGGElement>('[data-town]')].map((group): DrawnMark => {
    const ring = group.querySelector('circle') as Element
    const text = group.querySelector('text') as Element
    const id = group.dataset['town'] as string
    towns.set(id, ring)
    return {
      ...{ attribute: 'data-town', id, className: ring.getAttribute('class') ?? '' },
      ...{ radius: number(ring, 'r'), at: place(ring) },
      name: {
        text: text.textContent ?? '',
        anchor: text.getAttribute('text-anchor') ?? 'start',
        dx: number(text, 'x') - number(ring, 'cx'),
        dy: number(text, 'y') - number(ring, 'cy'),
      },
    }
  })
  const pointMarks = [...svg.querySelectorAll<SVGCircleElement>('circle[data-point]')].map((dot): DrawnMark => {
    const town = dot.dataset['of']
    const ring = town === undefined ? undefined : towns.get(town)
    return {
      ...{ attribute: 'data-point', id: dot.dataset['point'] as string, className: dot.getAttribute('class') ?? '' },
      ...{ radius: number(dot, 'r'), at: place(dot) },
      ...(town !== undefined && ring
        ? { beside: { town, dx: number(dot, 'cx') - number(ring, 'cx'), dy: number(dot, 'cy') - number(ring, 'cy') } }
        : {}),
    }
  })

  const rect = svg.querySelector('.neatline') as Element
  const [left, top] = [number(rect, 'x'), number(rect, 'y')]
  return {
    width,
    lettering: number(svg.querySelector('text') ?? svg, 'font-size'),
    bounds: [unproject(0, 0), unproject(width, height)],
    neatline: [unproject(left, top), unproject(left + number(rect, 'width'), top + number(rect, 'height'))],
    ripples: [...svg.querySelectorAll('.ripple circle')].map((circle) => ({
      radius: number(circle, 'r'),
      opacity: number(circle, 'stroke-opacity'),
    })),
    marks: [...pointMarks, ...townMarks],
  }
}
