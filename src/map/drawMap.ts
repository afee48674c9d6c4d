import { element, escapeText } from '../charts/markup.ts'
import type { MapLayout, PointMark } from './layoutMap.ts'
import type { LngLat } from './projection.ts'
import type { TownMark } from './townMarks.ts'

/** Degrees to a tenth of a metre. */
const degrees = (at: LngLat) => at.map((value) => Math.round(value * 1e6) / 1e6).join(' ')

/** Rings of water around every town, all alike: they measure nothing. */
function ripple({ size }: MapLayout): string {
  const rings = Array.from({ length: size.ripples }, (_, ring) => {
    const opacity = 0.4 - (0.34 * ring) / size.ripples
    const r = size.ring * (2.3 + 1.7 * ring)
    return element('circle', { r, 'stroke-opacity': opacity.toFixed(2) })
  })
  const id = `ripple-${size.name}`
  return element('defs', {}, element('g', { id, class: 'ripple' }, ...rings))
}

function point({ id, state, town, x, y, radius, at }: PointMark): string {
  return element('circle', {
    class: `dot ${state}`,
    'data-point': id,
    'data-at': at ? degrees(at) : undefined,
    'data-of': state === 'grouped' ? (town ?? undefined) : undefined,
    cx: x,
    cy: y,
    r: radius,
  })
}

function town({ adcode, name, sourced, x, y, at, label }: TownMark, { size }: MapLayout): string {
  const ring = element('circle', {
    class: `ring ${sourced ? 'sourced' : 'schematic'}`,
    'data-at': degrees(at),
    cx: x,
    cy: y,
    r: size.ring,
  })
  const lettering = element(
    'text',
    {
      x: label.x,
      y: label.y + size.lettering * 0.36,
      'text-anchor': label.anchor,
      'font-size': size.lettering,
    },
    escapeText(name),
  )
  return element('g', { 'data-town': adcode }, ring, lettering)
}

/** The inner markup of one cut: neatline, water, dots, then rings and names on top. */
export function drawMap(layout: MapLayout): string {
  const { left, top, right, bottom } = layout.neatline
  const frame = { x: left, y: top, width: right - left, height: bottom - top }
  const href = `#ripple-${layout.size.name}`
  return [
    ripple(layout),
    element('rect', { class: 'neatline', ...frame }),
    ...layout.towns.map(({ x, y }) => element('use', { href, x, y })),
    ...layout.points.map(point),
    ...layout.towns.map((mark) => town(mark, layout)),
  ].join('')
}

/** What the live map needs to turn a place in the drawing back into degrees: scale and origin. */
export function projectionAttribute({ projection: { scale, origin } }: MapLayout): string {
  return [scale, origin.x, origin.y].map((value) => value.toFixed(3)).join(' ')
}
