/** Latitude and longitude in degrees, in Leaflet's order. */
type LatLng = [latitude: number, longitude: number]

/** A mark of the built drawing with its coordinates; offsets and radii in the drawing's units. */
export interface DrawnMark {
  attribute: 'data-town' | 'data-point'
  id: string
  className: string
  radius: number
  at: LatLng
  /** The town whose name the mark stands beside, with its offset, if the mark has no coordinates of its own. */
  beside?: { town: string; dx: number; dy: number }
  name?: { text: string; anchor: string; dx: number; dy: number; leader: boolean }
}

/** The ground of a built drawing, parsed so that the live map starts from the same picture. */
export interface LiveDrawing {
  /** Width of the ground. */
  width: number
  /** Position and size of the ground as shares of the sheet. */
  place: { left: number; top: number; width: number; height: number }
  lettering: number
  small: number
  bounds: [LatLng, LatLng]
  /** Precision of the places in metres. */
  precision: number
  marks: DrawnMark[]
  /** Whether names stand in a column at the right, which is kept free of other text. */
  column: boolean
  /** Radius of a placed point: with enough room, and without. */
  point: { min: number; max: number }
}

const number = (element: Element, name: string) => Number(element.getAttribute(name))

type Unproject = (x: number, y: number) => LatLng

/** The inverse of the Mercator projection whose scale and origin are in `data-projection`. */
function readProjection(svg: SVGSVGElement): Unproject {
  const [scale = 1, originX = 0, originY = 0] = (svg.dataset.projection ?? '')
    .split(' ')
    .map(Number)
  const degrees = (radians: number) => (radians * 180) / Math.PI
  return (x, y) => [
    degrees(Math.atan(Math.sinh((originY - y) / scale))),
    degrees((x - originX) / scale),
  ]
}

/** The coordinates of a circle: from `data-at` if recorded, otherwise from its place in the drawing. */
function readPlace(circle: Element, unproject: Unproject): LatLng {
  const [lng, lat] = (circle.getAttribute('data-at') ?? '').split(' ').map(Number)
  if (lng !== undefined && lat !== undefined) return [lat, lng]
  return unproject(number(circle, 'cx'), number(circle, 'cy'))
}

function readTown(group: SVGGElement, unproject: Unproject): DrawnMark {
  const ring = group.querySelector('circle') as Element
  const text = group.querySelector('text') as Element
  return {
    attribute: 'data-town',
    id: group.dataset.town ?? '',
    className: ring.getAttribute('class') ?? '',
    radius: number(ring, 'r'),
    at: readPlace(ring, unproject),
    name: {
      text: text.textContent ?? '',
      anchor: text.getAttribute('text-anchor') ?? 'start',
      dx: number(text, 'x') - number(ring, 'cx'),
      dy: number(text, 'y') - number(ring, 'cy'),
      leader: group.querySelector('.leader') !== null,
    },
  }
}

function readPoint(dot: SVGCircleElement, svg: SVGSVGElement, unproject: Unproject): DrawnMark {
  const mark: DrawnMark = {
    attribute: 'data-point',
    id: dot.dataset.point ?? '',
    className: dot.getAttribute('class') ?? '',
    radius: number(dot, 'r'),
    at: readPlace(dot, unproject),
  }
  const town = dot.dataset.of
  const ring = town && svg.querySelector(`[data-town="${town}"] circle`)
  if (!ring) return mark
  const dx = number(dot, 'cx') - number(ring, 'cx')
  const dy = number(dot, 'cy') - number(ring, 'cy')
  return { ...mark, beside: { town, dx, dy } }
}

/** Parses the ground of one cut of the map from its SVG. */
export function parseDrawing(svg: SVGSVGElement): LiveDrawing {
  const sheet = svg.viewBox.baseVal
  const unproject = readProjection(svg)
  const points = [...svg.querySelectorAll<SVGCircleElement>('.ground circle[data-point]')]
  const towns = [...svg.querySelectorAll<SVGGElement>('.ground [data-town]')]
  const rect = svg.querySelector('.neatline') as Element
  const [left, top] = [number(rect, 'x'), number(rect, 'y')]
  const [width, height] = [number(rect, 'width'), number(rect, 'height')]
  const [min = 2, max = 4] = (svg.dataset.dot ?? '').split(' ').map(Number)
  const size = (selector: string) => number(svg.querySelector(selector) ?? svg, 'font-size') || 14
  return {
    width,
    place: {
      left: left / sheet.width,
      top: top / sheet.height,
      width: width / sheet.width,
      height: height / sheet.height,
    },
    lettering: size('[data-town] text'),
    small: size('.scale text'),
    bounds: [unproject(left, top), unproject(left + width, top + height)],
    precision: Number(svg.dataset.precision),
    marks: [
      // In the order of the drawing: dots lie over rings.
      ...towns.map((group) => readTown(group, unproject)),
      ...points.map((dot) => readPoint(dot, svg, unproject)),
    ],
    column: svg.querySelector('.ground .leader') !== null,
    point: { min, max },
  }
}
