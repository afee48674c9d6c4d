import { range, scaleLinear } from 'd3'
import type { Cut } from './chart.ts'
import { stroke, text } from './markup.ts'
import { across, down } from './strokes.ts'

/** A time axis in whole months: where a date stands, and the axis itself as markup with its height. */
export interface MonthAxis {
  x(date: string): number
  body: string
  height: number
}

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** An axis on baseline y over the months of the given ISO dates, lettered as often as a cut has room for. */
export function monthAxis(
  dates: readonly string[],
  { x, y, width }: { x: number; y: number; width: number },
  cut: Cut,
): MonthAxis {
  const months = dates.map(monthOf)
  const [first, end] = [Math.min(...months), Math.max(...months) + 1]
  const scale = scaleLinear([first, end], [x, x + width])
  const widest = cut.lettering * 2.8
  const step = [1, 2, 3, 6, 12].find((every) => (every * width) / (end - first) > widest) ?? 12
  const lettered = range(first, end, step)
  const opensYear = (month: number, index: number) =>
    index === 0 || Math.floor(month / 12) !== Math.floor((lettered[index - 1] ?? month) / 12)
  const leading = cut.lettering * 1.4
  return {
    x: (date) => scale(monthOf(date) + (Number(date.slice(8, 10) || 1) - 0.5) / 31),
    height: leading * 2 + 6,
    body: [
      stroke('h', across(x, y, width), ...range(first, end + 1).map((at) => down(scale(at), y, 5))),
      ...lettered.map((month, index) => {
        const at = scale(month)
        const year = opensYear(month, index)
          ? text(at, y + 4 + 2 * leading, `${Math.floor(month / 12)}年`, 'sf')
          : ''
        return text(at, y + 4 + leading, `${(month % 12) + 1}月`, 'm') + year
      }),
    ].join(''),
  }
}

/** Ascending places moved as little as it takes to stand `gap` apart between two limits. */
export function spreadApart(
  places: readonly number[],
  gap: number,
  [least, most]: readonly [number, number],
): number[] {
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? least - gap) + gap))
  for (let index = moved.length - 1, limit = most; index >= 0; index--, limit -= gap) {
    moved[index] = Math.min(moved[index] as number, limit)
    limit = moved[index] as number
  }
  return moved
}
