import { element, escapeText, tidy } from '../charts/markup.ts'
import type { Place } from './box.ts'
import { wordCluster } from './gatherPoints.ts'
import type { ClusterMark, MapLayout, PointMark } from './layoutMap.ts'
import type { LngLat } from './projection.ts'
import type { TownMark } from './townMarks.ts'

/** Degrees to a tenth of a metre. */
const degrees = (at: LngLat) => at.map((value) => Math.round(value * 1e6) / 1e6).join(' ')

const path = (from: Place, to: Place) =>
  `M${tidy(from.x)} ${tidy(from.y)}L${tidy(to.x)} ${tidy(to.y)}`

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

/** The net of degrees; where a column of names leaves no room for its words it would say nothing. */
function net({ graticule, size }: MapLayout): string {
  if (size.names === 'column') return ''
  const words = graticule.flatMap(({ label, words }) =>
    label ? [element('text', { ...label, 'font-size': size.small }, words)] : [],
  )
  const d = graticule.map(({ from, to }) => path(from, to)).join('')
  return element('g', { class: 'net' }, element('path', { d }), ...words)
}

function scaleBar({ scale, neatline, size }: MapLayout): string {
  const right = neatline.right - 12
  const y = neatline.bottom - 12
  const isColumn = size.names === 'column'
  const left = isColumn ? neatline.left + 12 : right - scale.length
  const end = tidy(left + scale.length)
  const d = `M${tidy(left)} ${y - 5}V${y}H${end}V${y - 5}`
  const words = isColumn
    ? { x: left, y: y - 14, 'text-anchor': 'start' }
    : { x: left + scale.length / 2, y: y - 6, 'text-anchor': 'middle' }
  return element(
    'g',
    { class: 'scale' },
    element('path', { d }),
    element('text', { ...words, 'font-size': size.small }, scale.words),
  )
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

function cluster({ x, y, count, radius }: ClusterMark, { size }: MapLayout): string {
  const words = { x, y, dy: '.36em', 'text-anchor': 'middle', 'font-size': size.small }
  return element(
    'g',
    { class: 'cluster', 'aria-label': wordCluster(count) },
    element('circle', { cx: x, cy: y, r: radius }),
    element('text', words, String(count)),
  )
}

function town(mark: TownMark, { size }: MapLayout): string {
  const { adcode, name, sourced, x, y, at, label, leader } = mark
  const ring = element('circle', {
    class: `ring ${sourced ? 'sourced' : 'schematic'}`,
    'data-at': degrees(at),
    cx: x,
    cy: y,
    r: size.ring,
  })
  const line = leader && element('path', { class: 'leader', d: path(mark, leader) })
  const lettering = element(
    'text',
    {
      x: label.x,
      y: label.y,
      // In ems, so that 关怀版 may set the name larger about the same middle.
      dy: '.36em',
      'text-anchor': label.anchor,
      'font-size': size.lettering,
    },
    escapeText(name),
  )
  return element('g', { 'data-town': adcode }, ...(line ? [line] : []), ring, lettering)
}

/** The inner markup of one cut: neatline, net of degrees, water, dots, then rings and names on top. */
export function drawMap(layout: MapLayout): string {
  const { left, top, right, bottom } = layout.neatline
  const frame = { x: left, y: top, width: right - left, height: bottom - top }
  const href = `#ripple-${layout.size.name}`
  return [
    layout.size.ripples > 0 && ripple(layout),
    element('rect', { class: 'neatline', ...frame }),
    net(layout),
    ...layout.towns.map(({ x, y }) => layout.size.ripples > 0 && element('use', { href, x, y })),
    ...layout.points.map(point),
    ...layout.clusters.map((mark) => cluster(mark, layout)),
    ...layout.towns.map((mark) => town(mark, layout)),
    scaleBar(layout),
  ]
    .filter(Boolean)
    .join('')
}

/** What the live map needs to turn a place in the drawing back into degrees: scale and origin. */
export function projectionAttribute({ projection: { scale, origin } }: MapLayout): string {
  return [scale, origin.x, origin.y].map((value) => value.toFixed(3)).join(' ')
}

/** The least and the largest radius of a placed point, for the live map. */
export const dotAttribute = ({ size }: MapLayout) => `${size.leastPoint} ${size.point}`
