import type { RenderFunction } from '@observablehq/plot'
import { range } from 'd3'
import type { Observation } from '../../schemas/observation.ts'
import { roundLength } from '../../svg/markup.ts'
import { horizontalLine, rectangle, verticalLine } from '../../svg/strokes.ts'
import { endForms } from '../parts/tally.ts'
import { aboutDots, type EndPlace } from './openEnd.ts'
import { paths } from './paths.ts'

/**
 * How a bar looks apart from its qualifier: its direction, and which of two different things it belongs to; the colours
 * do not rank.
 */
export interface BarLook {
  grows?: 'right' | 'down'
  tone?: 'lake' | 'accent'
}

/** The parts of an observation that decide the form of its bar. */
type Told = Pick<Observation, 'status' | 'qualifier'>

/** The form of a bar whose value was counted from records. */
export const exactly = {
  status: 'reported',
  qualifier: { bound: 'exact', verb: null, scope: null, numerals: 'arabic' },
} as const satisfies Told

/** The distance between two lines of the hatching, which does not count anything. */
const hatchDistance = 5

/** How far beyond its tick each line of an 余 bar reaches, each shorter than the one before. */
const overLines = [1.5, 6, 11.5, 19.5, 29.5, 42.5, 59]

/** How far before its tick a 近 bar stops. */
const nearGap = 10

/** How far before its value the lines of a 约 bar end, and how far beyond it their dots go. */
const aboutRange = 12

/** How far the tick of 近 and the caps of 达 reach beyond the bar. */
const capOverhang = 5

/** Path data of a bar drawn according to its qualifier, by class; an undisclosed value is a hollow outline. */
export function barPaths(
  { status, qualifier: { bound: said, verb, scope } }: Told,
  { x, y, width, height }: EndPlace,
  { grows = 'right', tone = 'lake' }: BarLook = {},
): Record<string, string[]> {
  const estimated = status === 'estimated'
  const bound = endForms[said]
  if (status !== 'reported' && !estimated) return { u: [rectangle(x, y, width, height)] }
  const right = grows === 'right'
  const [length, thick] = right ? [width, height] : [height, width]
  const side = (off: number, from: number, to: number) =>
    right
      ? horizontalLine(x + from, y + off, to - from)
      : verticalLine(x + off, y + from, to - from)
  const cross = (at: number, inset = 0) =>
    right
      ? verticalLine(x + at, y + inset, thick - 2 * inset)
      : horizontalLine(x + inset, y + at, thick - 2 * inset)
  // Relative to the end of the line before, which keeps the path short.
  const further = right
    ? `m${hatchDistance} ${roundLength(-thick)}v${roundLength(thick)}`
    : `m${roundLength(-thick)} ${hatchDistance}h${roundLength(thick)}`
  const slanted = (at: number) =>
    right
      ? `M${roundLength(x + at)} ${roundLength(y + thick)}l${roundLength(thick / 2)} ${roundLength(-thick)}`
      : `M${roundLength(x)} ${roundLength(y + at + thick / 2)}l${roundLength(thick)} ${roundLength(-thick / 2)}`

  const short = { exact: 0, over: 0, near: nearGap, about: aboutRange }[bound]
  const end = Math.max(0, length - short)
  const outline = [cross(0), side(0, 0, end), side(thick, 0, end)]
  const filling = estimated
    ? range(0, end - thick / 2 + 1, 12).map(slanted)
    : range(hatchDistance, end - hatchDistance / 2, hatchDistance).map((at, index) =>
        index === 0 ? cross(at) : further,
      )
  const past = overLines.map((at, index) => cross(length + at, 2 + index * thick * 0.035))
  const dots = [0, thick].flatMap((off) =>
    range(end + aboutDots.apart, length + aboutRange, aboutDots.apart).map((at) =>
      side(off, at, at + aboutDots.length),
    ),
  )
  const capped = verb !== null && bound === 'exact'
  const caps = [-capOverhang, thick + capOverhang].map((off) =>
    side(off, length - capOverhang, length + capOverhang),
  )
  const closing = bound === 'exact' ? [cross(length, capped ? -capOverhang : 0)] : []
  const edges = [...closing, ...(scope === '累计' ? [cross(4)] : [])]
  const open = [
    ...(bound === 'over' ? past : []),
    ...(bound === 'about' ? dots : []),
    ...(capped ? caps : []),
  ]
  return {
    e: estimated ? [...outline, ...edges] : [],
    [tone === 'lake' ? 'hl' : 'ha']: [...(estimated ? [] : outline), ...filling, ...open],
    [tone === 'lake' ? 'fl' : 'fa']: estimated ? [] : edges,
    k: bound === 'near' ? [cross(length, -capOverhang)] : [],
  }
}

/** The `render` option for Plot's rect and bar marks that draws each bar hatched, according to a qualifier. */
export function hatched(told: Told, look?: BarLook): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null
    for (const rect of group?.querySelectorAll('rect') ?? []) {
      const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(rect.getAttribute(name)),
      )
      rect.replaceWith(paths(context, '', barPaths(told, { x, y, width, height }, look)))
    }
    return group
  }
}
