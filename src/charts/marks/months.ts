import { type AxisXOptions, axisX, type CompoundMark } from '@observablehq/plot'
import { extent, utcFormat, utcMonth } from 'd3'
import { widthOf } from '../lettering.ts'

/** The first days of the months from the earliest of some dates to the latest. */
export function monthsOf(dates: readonly Date[]): Date[] {
  const [first, last] = extent(dates)
  return first ? utcMonth.range(utcMonth(first), utcMonth.offset(utcMonth(last))) : []
}

/** An axis of months over a width, named as often as there is room, with the year under the first and each January; on a band scale of months ask for `textAnchor: 'middle'`. */
export function monthAxis(
  months: readonly Date[],
  width: number,
  lettering: number,
  options?: AxisXOptions,
): CompoundMark {
  const pitch = width / months.length
  const every = [1, 2, 3, 4, 6].find((count) => count * pitch > 3.6 * lettering) ?? 12
  const tickFormat = (month: Date, index: number) => {
    const year = index === 0 || month.getUTCMonth() < every
    const words = utcFormat(year ? '%-m月\n%Y年' : '%-m月')(month)
    const [, below = words] = words.split('\n')
    const fits = widthOf(below, lettering) <= (months.length - index) * pitch
    return index % every === 0 && fits ? words : ''
  }
  const house = { label: null, tickSize: 5, textAnchor: 'start', lineHeight: 1.4 } as const
  return axisX(months, { ...house, tickFormat, ...options })
}
