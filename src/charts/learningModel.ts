import { barX, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { findIndicator } from '../facts/indicator.ts'
import { wordFigure } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import { countRows, periodCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { overhang, widthOf, wrap } from './lettering.ts'
import { exactly, hatched } from './marks/hatchedBar.ts'
import { counting, inRows } from './marks/units.ts'
import { drawing, text as lettering } from './markup.ts'
import { plot } from './plot.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

type Part = Edition['learning']['parts']['records'][number]

/** How often a part was held, in words; undefined when that is not recorded. */
const timesHeld = ({ count }: Part) => (typeof count === 'number' ? `${count}次` : undefined)

/** The parts of the model against their count, and whether each has how often it was held. */
function partsOf({ indicators, learning }: Edition) {
  const { stated, records } = learning.parts
  const observation = findIndicator(indicators, stated)
  const tally = tallyOf(observation, records.length)
  const whole = tally.total > 0 && tally.rest === 0 && tally.bound === 'exact'
  return { observation, records, tally, counted: whole && records.every((part) => timesHeld(part)) }
}

/** The parts as cells that touch: one model. */
function cells({ observation: { id }, records, tally }: ReturnType<typeof partsOf>, cut: Cut) {
  const columns = cut.narrow ? 1 : Math.min(6, tally.places)
  const { units, scales, end, rows } = inRows(id, tally, columns)
  const size = Math.max(cut.lettering, cut.narrow ? 18 : 23)
  const parts = records.slice(0, tally.known).map((part, index) => ({
    ...units[index],
    name: wrap(part.name, size, cut.width / columns - size).join('\n'),
    held: timesHeld(part),
  }))
  const raised = parts.some(({ held }) => held) ? size * 0.7 : 0
  const cell = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2' } as const
  const left = { y: 'y', x: 'x1', dx: size, textAnchor: 'start' } as const
  const words = cut.narrow ? left : ({ y: 'y', x: 'x' } as const)
  return {
    height: rows * ((cut.narrow ? size * 2.4 : 100) + 2 * raised),
    ...scales,
    marks: [
      counting(id, rect(parts, { ...cell, className: 'hl' })),
      counting(id, rect(units.slice(tally.known), { ...cell, className: 'u' })),
      ruleY(parts.slice(0, columns), { ...cell, y: 'y1', className: 'fl' }),
      text(parts, { ...words, text: 'name', dy: -raised, className: 'sf b', fontSize: size }),
      text(parts, { ...words, text: 'held', dy: raised, className: 'm' }),
      end,
    ],
  }
}

/** A bar for each part, as long as it was held often. */
function bars({ observation, records }: ReturnType<typeof partsOf>, cut: Cut) {
  const size = Math.max(cut.lettering, cut.narrow ? 17 : 21)
  const named = cut.narrow ? size * 1.5 : 0
  const left = cut.narrow ? 0 : Math.max(...records.map(({ name }) => widthOf(name, size))) + size
  const bar = { x: 'count', y: 'name', insetTop: named + 8, insetBottom: 8 } as const
  const name = { y: 'name', textAnchor: 'start', className: 'sf b', fontSize: size } as const
  const held = { ...name, x: 'count', className: 'sf', fontSize: Math.max(cut.lettering, 15) }
  return {
    height: records.length * (named + (cut.narrow ? 40 : 50)),
    marginLeft: left,
    marginRight: cut.lettering * 3.4,
    x: { domain: [0, Math.max(1, ...records.map(({ count }) => count ?? 0))] },
    y: { type: 'band', domain: records.map((part) => part.name), padding: 0 } as const,
    marks: [
      counting(observation.id, barX(records, { ...bar, className: 'hl' })),
      barX(records, { ...bar, render: hatched(exactly) }),
      text(records, { ...name, text: 'name', x: () => 0, dx: -left, dy: cut.narrow ? -12 : 0 }),
      text(records, { ...held, text: timesHeld, dx: 10, dy: named / 2 }),
      ruleX([0], { className: 'h' }),
    ],
  }
}

function draw(edition: Edition, cut: Cut): Drawing {
  const parts = partsOf(edition)
  const { observation, tally, counted } = parts
  const figure = wordFigure(observation)
  const named = [`${observation.label}：${figure}`, observation.period].filter(Boolean).join('，')
  const title = wrap(named, cut.lettering, cut.width, [observation.label, figure])
  const top = title.length * cut.lettering * 1.6 + 4
  const lettered = title.map((line, index) =>
    lettering(-overhang(line, cut.lettering), cut.lettering * (1 + index * 1.6), line),
  )
  const place = { x: 0, y: top, width: cut.width, height: 112 }
  if (tally.total === 0)
    return drawing(top + 114, [...lettered, blankField(observation, place, cut)])
  const spec = counted ? bars(parts, cut) : cells(parts, cut)
  return drawing(top + spec.height + 2, [...lettered, plot(cut, { top, ...spec })])
}

function table(edition: Edition): Table {
  const { observation, records } = partsOf(edition)
  return {
    columns: ['项目', '数', '期间', '次数', '状态'],
    rows: countRows(observation, records, {
      total: [periodCell(observation), words(null)],
      name: ({ name }) => name,
      of: (part) => [periodCell(observation), words(timesHeld(part))],
    }),
  }
}

const reading = (edition: Edition) =>
  partsOf(edition).counted ? '横条的长短是各部分开展的次数。' : '各部分画得等大，不表示份量相同。'

/** The parts of the learning model as cells of one whole; as bars once how often each was held is recorded. */
export const learningModel: Chart = { reading, draw, table }
