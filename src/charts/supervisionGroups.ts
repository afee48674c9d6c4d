import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { hanNumeral } from '../facts/number.ts'
import { undisclosed, wordFigure } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import { computedCell, figureCell, header, periodCell, restRow, statusCell, wordList, words } from './cells.ts'
import type { Cell, Chart, Cut, Drawing, Table } from './chart.ts'
import type { Line } from './grid.ts'
import { cellAt, centred, gridAcross, gridHeight, leadingOf } from './grid.ts'
import { head } from './head.ts'
import { widthOf, wrap } from './lettering.ts'
import { marks, stroke, text } from './markup.ts'
import { across, box, hatching } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { undisclosedField, undisclosedWord } from './undisclosedField.ts'

/** The groups as outlines from y: how many is known, what they are called may not be. */
function drawGroups(edition: Edition, cut: Cut, y: number): Drawing {
  const { stated, records } = edition.supervision.groups
  const observation = findIndicator(edition.indicators, stated)
  const { total } = tallyOf(observation, records.length)
  const top = head(observation, cut, { y })
  const grid = gridAcross(cut.width, 7, { y: top.height, gap: cut.name === 's' ? 8 : 16 })
  const put = (content: string | null, mark: string): Line[] =>
    wrap(content ?? '', cut.lettering, grid.width - 6).map((line) => ({ line, mark }))
  const lettered = records
    .slice(0, total)
    .map(({ name, lead, members }) => [
      ...put(name, 'sf b'),
      ...put(lead, ''),
      ...put(members === null ? null : `${members}位`, 'm'),
    ])
  const most = Math.max(0, ...lettered.map((content) => content.length))
  const tone = cut.name === 's' ? 26 : 34
  grid.height = Math.max(cut.name === 's' ? 60 : 84, most * leadingOf(cut) + tone + 16)
  const tiles = range(total).map((index) => cellAt(grid, index))
  const hatch = hatching(tone, 5, 2.2).map((at) => tone - at)
  const below = grid.y + gridHeight(grid, total) + cut.lettering * 1.6
  const members = wordFigure(findIndicator(edition.indicators, 'supervision.members'))
  const unnamed = records.every(({ name }) => name === null)
  return {
    height: below + 4,
    body: [
      top.body,
      marks(stated, stroke('hl', ...tiles.map((tile) => box(tile.x, tile.y, tile.width, tile.height)))),
      stroke('hl', ...tiles.flatMap((tile) => hatch.map((at) => across(tile.x, tile.y + at, tile.width)))),
      stroke('fl', ...tiles.map((tile) => across(tile.x, tile.y, tile.width))),
      ...lettered.map((content, index) => {
        const tile = cellAt(grid, index)
        return centred({ ...tile, y: tile.y + tone / 2 }, content, cut)
      }),
      total === 0 ? undisclosedField({ ...grid, width: cut.width }, cut) : '',
      unnamed ? text(0, below, `组名、组长、分工${undisclosed}`, 'm') : '',
      text(cut.width, below, `委员${members}，各组人数${undisclosed}`, 'm end'),
    ].join(''),
  }
}

/** The problem classes as label slips from y: named ones lettered, the rest kept empty. */
function drawClasses(edition: Edition, cut: Cut, y: number): Drawing {
  const { stated, records } = edition.supervision.problemClasses
  const observation = findIndicator(edition.indicators, stated)
  const named = records.filter(({ name }) => name !== null)
  const tally = tallyOf(observation, named.length)
  const top = head(observation, cut, { y })
  const small = cut.name === 's'
  const grid = gridAcross(cut.width, small ? 3 : 6, {
    y: top.height,
    gap: small ? 8 : 16,
    height: small ? 46 : 64,
  })
  const tiles = range(tally.total).map((index) => cellAt(grid, index))
  const outlines = tiles.map((tile) => box(tile.x, tile.y, tile.width, tile.height))
  return {
    height: grid.y + gridHeight(grid, tally.total) + 2,
    body: [
      top.body,
      marks(stated, stroke('h', ...outlines.slice(0, tally.known)), stroke('u', ...outlines.slice(tally.known))),
      stroke('fa', ...tiles.slice(0, tally.known).map((tile) => across(tile.x, tile.y, tile.width))),
      ...tiles.map((tile, index) => {
        const name = named[index]?.name
        return name
          ? centred(tile, [{ line: name, mark: 'sf b', size: small ? 17 : 21 }], cut)
          : undisclosedWord(tile, cut)
      }),
      tally.total === 0 ? undisclosedField({ ...grid, width: cut.width }, cut) : '',
    ].join(''),
  }
}

function draw(edition: Edition, cut: Cut): Drawing {
  const above = drawGroups(edition, cut, 0)
  const rule = above.height + (cut.name === 's' ? 18 : 24)
  const below = drawClasses(edition, cut, rule + 12)
  const note = `哪组查哪类，${undisclosed}`
  const half = (cut.width - widthOf(note, cut.lettering)) / 2 - 12
  return {
    height: below.height,
    body: [
      above.body,
      stroke('r', across(0, rule, half), across(cut.width - half, rule, half)),
      text(cut.width / 2, rule + 5, note, 'm mid'),
      below.body,
    ].join(''),
  }
}

function table(edition: Edition): Table {
  const { groups, problemClasses } = edition.supervision
  const [group, problemClass, members] = [groups.stated, problemClasses.stated, 'supervision.members'].map(
    (id) => findIndicator(edition.indicators, id),
  ) as [Observation, Observation, Observation]
  const total = (observation: Observation, names: Cell) => [
    header(observation.label),
    figureCell(observation),
    periodCell(observation),
    names,
    statusCell(observation.status),
  ]
  return {
    columns: ['项目', '数', '期间', '名称', '状态'],
    rows: [
      total(group, words(null)),
      ...groups.records.map((record, index) => [
        header(`监督小组之${hanNumeral(index + 1)}`),
        computedCell(group, 1),
        periodCell(group),
        words(record.name),
        statusCell('reported'),
      ]),
      total(members, words(null)),
      total(problemClass, wordList(problemClasses.records.flatMap(({ name }) => name ?? []))),
      ...restRow(problemClass, tallyOf(problemClass, problemClasses.records.length), 2),
    ],
  }
}

/** Outlines for the supervision groups above slips for the problem classes; nothing links the two. */
export const supervisionGroups: Chart = { draw, table }
