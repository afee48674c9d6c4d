import type { LngLat } from '../../places/lngLat.ts'
import type { Place } from '../../svg/box.ts'
import { element, escapeText, roundLength } from '../../svg/markup.ts'
import { formatCluster } from '../gatherPoints.ts'
import type { ClusterMark, MapLayout, PointMark } from './layoutMap.ts'
import type { TownMark } from './townMarks.ts'
import { unplacedHeading } from './unplacedRow.ts'

/** Degrees to a tenth of a metre. */
const degrees = (at: LngLat) => at.map((value) => Math.round(value * 1e6) / 1e6).join(' ')

const path = (from: Place, to: Place) =>
  `M${roundLength(from.x)} ${roundLength(from.y)}L${roundLength(to.x)} ${roundLength(to.y)}`

/** The grid of degrees; left out if a column of names leaves no room for its labels. */
function net({ graticule, size }: MapLayout): string {
  if (size.names === 'column') return ''
  const words = graticule.flatMap(({ label, words }) =>
    label ? [element('text', { ...label, 'font-size': size.small }, words)] : [],
  )
  const d = graticule.map(({ from, to }) => path(from, to)).join('')
  return element('g', { class: 'net' }, element('path', { d }), ...words)
}

function scaleBar({ scale, ground, size }: MapLayout): string {
  if (!scale) return ''
  const right = ground.right - 12
  const y = ground.bottom - 12
  const isColumn = size.names === 'column'
  const left = isColumn ? ground.left + 12 : right - scale.length
  const end = roundLength(left + scale.length)
  const d = `M${roundLength(left)} ${y - 5}V${y}H${end}V${y - 5}`
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

/** The mark of a single point; points on the frame have no name, because nothing is known of them. */
function point({ id, state, x, y, town, radius, at }: PointMark): string {
  return element('circle', {
    class: `dot ${state}`,
    'data-point': state === 'frame' ? undefined : id,
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
    { class: 'cluster', 'aria-label': formatCluster(count) },
    element('circle', { cx: x, cy: y, r: radius }),
    element('text', words, String(count)),
  )
}

function town(mark: TownMark, { size }: MapLayout): string {
  const { adcode, name, x, y, at, label, leader } = mark
  const ring = element('circle', {
    class: `ring ${at ? 'sourced' : 'unplaced'}`,
    'data-at': at ? degrees(at) : undefined,
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
      // In em, so that 关怀版 can enlarge the name around the same centre.
      dy: '.36em',
      'text-anchor': label.anchor,
      'font-size': size.lettering,
    },
    escapeText(name),
  )
  return element('g', { 'data-town': adcode }, ...(line ? [line] : []), ring, lettering)
}

/** The towns without coordinates, in rows below their heading. */
function unplacedTowns(layout: MapLayout, dots: readonly PointMark[]): string {
  const { unplaced, size } = layout
  if (!unplaced) return ''
  const { x, y } = unplaced.heading
  const heading = element('text', { x, y, dy: '.36em', 'font-size': size.small }, unplacedHeading)
  const towns = unplaced.towns.map((mark) => town(mark, layout))
  return element('g', { class: 'unplaced' }, heading, ...towns, ...dots.map(point))
}

/**
 * The inner markup of one cut: the frame, then the ground with grid, rings, names and dots, then the towns without
 * coordinates.
 */
export function drawMap(layout: MapLayout): string {
  const { left, top, right, bottom } = layout.ground
  const neatline = { x: left, y: top, width: right - left, height: bottom - top }
  const aside = new Set(layout.unplaced?.towns.map(({ adcode }) => adcode))
  const {
    frame = [],
    row = [],
    ground = [],
  } = Object.groupBy(layout.points, ({ state, town }) =>
    state === 'frame' ? 'frame' : state === 'grouped' && aside.has(town ?? '') ? 'row' : 'ground',
  )
  return [
    ...frame.map(point),
    element('rect', { class: 'neatline', ...neatline }),
    element(
      'g',
      { class: 'ground' },
      net(layout),
      ...layout.towns.map((mark) => town(mark, layout)),
      // Over the rings, or a point at the seat of its town would be hidden.
      ...ground.map(point),
      ...layout.clusters.map((mark) => cluster(mark, layout)),
      scaleBar(layout),
    ),
    unplacedTowns(layout, row),
  ].join('')
}

/** Scale and origin of the projection, from which the live map computes degrees for a place in the drawing. */
export function projectionAttribute({ projection: { scale, origin } }: MapLayout): string {
  return [scale, origin.x, origin.y].map((value) => value.toFixed(3)).join(' ')
}

/** The smallest and the largest radius of a placed point, for the live map. */
export const dotAttribute = ({ size }: MapLayout) => `${size.leastPoint} ${size.point}`
