import type { MapLayout, PointMark, TownMark } from './layoutMap.ts'

const round = (value: number) => String(Math.round(value * 10) / 10)
const degrees = (value: number) => String(Math.round(value * 1e6) / 1e6)
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Rings of water around every town, all alike: they measure nothing. */
function ripple({ size }: MapLayout): string {
  const rings = Array.from({ length: size.ripples }, (_, ring) => {
    const radius = size.ring * (2.3 + 1.7 * ring)
    const opacity = 0.4 - (0.34 * ring) / size.ripples
    return `<circle r="${round(radius)}" stroke-opacity="${opacity.toFixed(2)}"/>`
  })
  return `<defs><g id="ripple-${size.name}" class="ripple">${rings.join('')}</g></defs>`
}

function point({ id, state, town, x, y, radius, at }: PointMark): string {
  const place = at ? ` data-at="${at.map(degrees).join(' ')}"` : ''
  const group = state === 'grouped' ? ` data-of="${town}"` : ''
  return `<circle class="dot ${state}" data-point="${id}"${place}${group} cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"/>`
}

function town({ adcode, name, sourced, x, y, at, label }: TownMark, { size }: MapLayout): string {
  const baseline = label.y + size.lettering * 0.36
  return [
    `<g data-town="${adcode}">`,
    `<circle class="ring ${sourced ? 'sourced' : 'schematic'}" data-at="${at.map(degrees).join(' ')}" cx="${round(x)}" cy="${round(y)}" r="${round(size.ring)}"/>`,
    `<text x="${round(label.x)}" y="${round(baseline)}" text-anchor="${label.anchor}" font-size="${size.lettering}">${escape(name)}</text>`,
    '</g>',
  ].join('')
}

/** The inner markup of one cut: neatline, water, dots, then rings and names on top. */
export function drawMap(layout: MapLayout): string {
  const { left, top, right, bottom } = layout.neatline
  return [
    ripple(layout),
    `<rect class="neatline" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>`,
    ...layout.towns.map(
      ({ x, y }) => `<use href="#ripple-${layout.size.name}" x="${round(x)}" y="${round(y)}"/>`,
    ),
    ...layout.points.map(point),
    ...layout.towns.map((mark) => town(mark, layout)),
  ].join('')
}

/** What the map in the page needs to turn a place in the drawing back into degrees: scale and origin. */
export function projectionAttribute({ projection }: MapLayout): string {
  return [projection.scale, projection.origin.x, projection.origin.y].map((n) => n.toFixed(3)).join(' ')
}
