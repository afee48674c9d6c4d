import { type AxisXOptions, axisX, type CompoundMark } from '@observablehq/plot'
import { extent, utcFormat, utcMonth } from 'd3'
import { widthOf } from '../../svg/lettering.ts'

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
  const opensYear = (month: Date) => month.getUTCMonth() < every
  const tickFormat = (month: Date, index: number) => {
    if (index % every !== 0) return ''
    const next = months.findIndex((one, at) => at > index && at % every === 0 && opensYear(one))
    const room = pitch * ((next < 0 ? months.length : next) - index)
    const [words, year] = [utcFormat('%-m月')(month), utcFormat('%Y年')(month)]
    // The next year tells which one this is, where there is no room to say it.
    const dated = (index === 0 || opensYear(month)) && widthOf(year, lettering) <= room
    return widthOf(words, lettering) > room ? '' : dated ? `${words}\n${year}` : words
  }
  const house = { label: null, tickSize: 5, textAnchor: 'start', lineHeight: 1.4 } as const
  return axisX(months, { ...house, tickFormat, ...options })
}
