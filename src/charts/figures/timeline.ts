import { group } from 'd3'
import { plainCopy } from '../../facts/copy.ts'
import type { EditionWith } from '../../sets/edition.ts'
import type { TimelineEvent } from '../../sets/timeline.ts'
import { marks, stroke, text } from '../../svg/markup.ts'
import { ellipse, horizontalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { header, nth, statusCell, words } from '../parts/cells.ts'
import { paragraph, type Slot, stack } from '../parts/layout.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'timeline'>

const sizeOf = (cut: Cut) => Math.max(cut.lettering, 15)

/** An event in words beside its dot, with the month or season given by the source above. */
function entry({ name, short, open }: TimelineEvent, { x, y, width }: Slot, cut: Cut): Drawing {
  const size = sizeOf(cut)
  const dot = ellipse(x + 0.35 * size, y + 0.69 * size, cut.narrow ? 4 : 5)
  const beside = { x: x + 1.2 * size, y, width: width - 1.2 * size }
  const said = [
    { words: short ?? '', mark: 'ta' },
    { words: name, mark: open ? 'm' : 'i' },
  ]
  const { height, body } = stack(y, 0, said, ({ words, mark }, top) =>
    paragraph(words, { ...beside, y: top }, size, mark),
  )
  return { height, body: marks('timeline', stroke(open ? 'ud' : 'd', dot)) + body }
}

/**
 * The years side by side on a line that is dashed for the future, or one under the other if there is too little room.
 */
function draw({ timeline }: Told, cut: Cut): Drawing {
  const years = [...group(timeline, ({ year }) => year)]
  const size = sizeOf(cut)
  const numeral = cut.narrow ? Math.max(28, 1.6 * size) : 34
  const told = ([year, events]: (typeof years)[number], { x, y, width }: Slot) => {
    const top = y + numeral + size * (cut.narrow ? 0.7 : 1.2)
    const { height, body } = stack(top, 0.6 * size, events, (event, at) =>
      entry(event, { x, y: at, width }, cut),
    )
    return { height, body: text(x, y + 0.71 * numeral, String(year), 'n', numeral) + body }
  }
  if (cut.narrow)
    return stack(2, 1.6 * size, years, (year, y) => told(year, { x: 0, y, width: cut.width }))
  const pitch = cut.width / years.length
  const columns = years.map((year, index) =>
    told(year, { x: index * pitch, y: 2, width: pitch - 2 * size }),
  )
  const ahead = years.findIndex(([, events]) => events.some(({ open }) => open))
  const [y, now] = [1.15 * numeral, (ahead < 0 ? years.length : ahead) * pitch]
  const axis = [
    now > 0 ? stroke('h', horizontalLine(0, y, now)) : '',
    now < cut.width ? stroke('u', horizontalLine(now, y, cut.width - now)) : '',
  ]
  return {
    height: Math.max(...columns.map(({ height }) => height)),
    body: axis.join('') + columns.map(({ body }) => body).join(''),
  }
}

function table(edition: Told): Table {
  return {
    columns: ['时间', '所记之事', '状态'],
    rows: edition.timeline.map((event, index) => [
      header(event.label, nth('timeline', index)),
      words(plainCopy(event.text, edition)),
      event.open ? { text: '展望' } : statusCell('reported'),
    ]),
  }
}

function reading(edition: Told): string {
  const monthly = edition.timeline.some(({ datetime, open }) => !open && datetime.length > 4)
  return monthly ? '空心点是展望；红字是写明的月份或时段。' : '空心点是展望；年内的先后不表示月份。'
}

/** The events that the source dates, year by year; future ones are hollow. */
export const timeline = defineChart({ needs: ['timeline'], reading, draw, table })
