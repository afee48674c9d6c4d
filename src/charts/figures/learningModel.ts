import { barX, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { formatQuantity } from '../../facts/wording.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { wrap } from '../../svg/lettering.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { exactly, hatched } from '../marks/hatchedBar.ts'
import { counting, inRows } from '../marks/units.ts'
import { countRows, tableOf } from '../parts/cells.ts'
import { plate } from '../parts/head.ts'
import { paragraph, type Slot } from '../parts/layout.ts'
import { plot } from '../parts/plot.ts'
import { countOf } from '../parts/tally.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'learning'>

type Part = Told['learning']['parts']['records'][number]

/** How many times a part was held, in words; undefined if not recorded. */
const timesHeld = ({ count }: Part) => (typeof count === 'number' ? `${count}次` : undefined)

/** The parts of the model and their count; `counted` only if it is recorded how often each was held. */
function partsOf({ indicators, learning }: Told) {
  const { told, ...parts } = countOf(indicators, learning.parts, timesHeld)
  return { ...parts, counted: told !== undefined && parts.tally.bound === 'exact' }
}

type Parts = ReturnType<typeof partsOf>

/** The parts as touching cells, because they form one model. */
function cells({ observation: { id }, records, tally }: Parts, cut: Cut, top: number): Drawing {
  const columns = cut.narrow ? 1 : Math.min(6, tally.places)
  const { units, scales, end, rows } = inRows(id, tally, columns)
  const size = Math.max(cut.lettering, cut.narrow ? 18 : 23)
  const parts = records.slice(0, tally.known).map((part, index) => ({
    ...units[index],
    name: wrap(part.name, size, cut.width / columns - (cut.narrow ? 4 : 1) * size).join('\n'),
    held: timesHeld(part),
  }))
  const cell = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2' } as const
  const [name, held] = cut.narrow
    ? [{ x: 'x1', dx: size, textAnchor: 'start' } as const, { x: 'x2', dx: -2 * size }]
    : [{ x: 'x' }, { x: 'x', dy: size * 1.5 }]
  return plot(cut, {
    at: { y: top },
    height: rows * (cut.narrow ? size * 2.4 : 100),
    ...scales,
    marks: [
      counting(id, rect(parts, { ...cell, className: 'hl' })),
      counting(id, rect(units.slice(tally.known), { ...cell, className: 'u' })),
      ruleY(parts.slice(0, columns), { ...cell, y: 'y1', className: 'fl' }),
      text(parts, { ...name, y: 'y', text: 'name', className: 'sf b', fontSize: size }),
      text(parts, { ...held, y: 'y', text: 'held', className: 'm' }),
      end,
    ],
  })
}

/** A bar for each part, its length the number of times it was held. */
function bars({ observation, records }: Parts, cut: Cut, top: number): Drawing {
  const size = Math.max(cut.lettering, 17)
  const marginLeft = 5.5 * size
  const bar = { x: 'count', y: 'name', inset: 8, insetLeft: 0, insetRight: 0 } as const
  const beside = { y: 'name', textAnchor: 'start' } as const
  const lines = ({ name }: Part) => wrap(name, size, 4.5 * size).join('\n')
  const named = { ...beside, frameAnchor: 'left', dx: -marginLeft, fontSize: size } as const
  return plot(cut, {
    at: { x: marginLeft, y: top, width: cut.width - marginLeft - cut.lettering * 3.4 },
    height: records.length * Math.max(42, 2.2 * size),
    x: { domain: [0, Math.max(1, ...records.map(({ count }) => count ?? 0))] },
    y: { type: 'band', domain: records.map(({ name }) => name), padding: 0 },
    marks: [
      counting(observation.id, barX(records, { ...bar, className: 'hl' })),
      barX(records, { ...bar, render: hatched(exactly) }),
      text(records, { ...named, text: lines, className: 'sf b' }),
      text(records, { ...beside, x: 'count', dx: 10, text: timesHeld, className: 'sf' }),
      ruleX([0], { className: 'h' }),
    ],
  })
}

function draw(edition: Told, cut: Cut): Drawing {
  const parts = partsOf(edition)
  const { observation, tally, counted } = parts
  // The model's name is a set phrase, so its number is not set large.
  const named = [`${observation.label}：${formatQuantity(observation)}`, observation.period]
  const column = { x: 0, y: 0, width: cut.width }
  const said = paragraph(named.filter(Boolean).join('，'), column, cut.lettering)
  const field = ({ y }: Slot) => (counted ? bars : cells)(parts, cut, y + 4)
  return plate(observation, cut, tally, field, column, said)
}

function table(edition: Told): Table {
  const { observation, records } = partsOf(edition)
  const rows = countRows(observation, records, {
    name: ({ name }) => name,
    of: (part) => ({ 次数: timesHeld(part) }),
  })
  return tableOf(['期间', '次数'], rows)
}

const reading = (edition: Told) =>
  partsOf(edition).counted ? '横条的长短是各部分开展的次数。' : '各部分画得等大，不表示份量相同。'

/** The parts of the learning model as cells of one whole; as bars once it is recorded how often each was held. */
export const learningModel = defineChart({ needs: ['learning'], reading, draw, table })
