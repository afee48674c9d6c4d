import { type AxisXOptions, axisX, type CompoundMark } from '@observablehq/plot'
import { extent, utcFormat, utcMonth } from 'd3'
import { widthOf } from '../../svg/lettering.ts'

/** The first day of every month from the earliest to the latest of some dates. */
export function monthsOf(dates: readonly Date[]): Date[] {
  const [first, last] = extent(dates)
  return first ? utcMonth.range(utcMonth(first), utcMonth.offset(utcMonth(last))) : []
}

/**
 * An axis of months over a width, labelled as often as there is room, with the year below the first and every January;
 * for a band scale of months pass `textAnchor: 'middle'`.
 */
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
    // If the first year has no room for its label, the next January's label makes it clear.
    const dated = (index === 0 || opensYear(month)) && widthOf(year, lettering) <= room
    return widthOf(words, lettering) > room ? '' : dated ? `${words}\n${year}` : words
  }
  const house = { label: null, tickSize: 5, textAnchor: 'start', lineHeight: 1.4 } as const
  return axisX(months, { ...house, tickFormat, ...options })
}
