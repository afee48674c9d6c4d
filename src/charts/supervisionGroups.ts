import { findIndicator } from '../facts/indicator.ts'
import { hanNumeral } from '../facts/number.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import {
  figureCell,
  header,
  nth,
  oneCell,
  periodCell,
  restRow,
  statusCell,
  wordList,
  words,
} from './cells.ts'
import type { Cell, Chart, Cut, Drawing, Reads, Table } from './chart.ts'
import { classSlips } from './classSlips.ts'
import { groupOutlines } from './groupOutlines.ts'
import { drawing, stroke } from './markup.ts'
import { across } from './strokes.ts'
import { tallyOf } from './tally.ts'

function draw(edition: Edition, cut: Cut): Drawing {
  const above = groupOutlines(edition, cut, 0)
  const rule = above.height + (cut.narrow ? 5 + cut.lettering : 24)
  const below = classSlips(
    edition,
    cut,
    rule + (cut.narrow ? Math.max(12, cut.lettering * 1.5 - 8) : 12),
  )
  return drawing(below.height, [above.body, stroke('r', across(0, rule, cut.width)), below.body])
}

function table(edition: Edition): Table {
  const { groups, problemClasses } = edition.supervision
  const [group, problemClass, members] = [
    groups.stated,
    problemClasses.stated,
    'supervision.members',
  ].map((id) => findIndicator(edition.indicators, id)) as [Observation, Observation, Observation]
  const named = problemClasses.records.filter(({ name }) => name !== null).length
  const total = (observation: Observation, names: Cell, reads?: Reads) => [
    header(observation.label, reads),
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
        header(`监督小组之${hanNumeral(index + 1)}`, nth(groups.stated, index)),
        oneCell(group),
        periodCell(group),
        wordList(
          [
            record.name,
            record.lead,
            record.members === null ? null : `${record.members}${members.unit}`,
            record.body,
          ].filter((part) => part !== null),
        ),
        statusCell('reported'),
      ]),
      ...restRow(group, tallyOf(group, groups.records.length), 2),
      total(members, words(null)),
      total(problemClass, wordList(problemClasses.records.flatMap(({ name }) => name ?? [])), {
        of: problemClass.id,
        from: 0,
        to: tallyOf(problemClass, named).known,
      }),
      ...restRow(problemClass, tallyOf(problemClass, problemClasses.records.length), 2),
    ],
  }
}

function reading(edition: Edition): string {
  const { groups, problemClasses } = edition.supervision
  const named = groups.records.some(({ name }) => name !== null)
  const all = problemClasses.records.every(({ name }) => name !== null)
  const { total } = tallyOf(
    findIndicator(edition.indicators, problemClasses.stated),
    problemClasses.records.length,
  )
  return [
    named ? '上面每格是监督小组，写着已登记的组名与人数；' : '上面每格是监督小组；',
    all && problemClasses.records.length === total
      ? '下面每签是问题类别。'
      : '下面每签是聚焦的问题类别，写明的列出名称，虚线空签是其余类别。',
  ].join('')
}

/** Outlines for the supervision groups above slips for the problem classes; nothing links the two. */
export const supervisionGroups: Chart = { reading, draw, table }
