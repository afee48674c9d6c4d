import { ruleX, ruleY } from '@observablehq/plot'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import { countRows, figureCell, header, periodCell, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { counting, edgeToEdge, inRows } from './marks/units.ts'
import { drawing, lines, stroke, text } from './markup.ts'
import { plot } from './plot.ts'
import { across } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'
import { datedVisits, visitAxis } from './visitAxis.ts'
import { wordDate } from './wordDate.ts'

/** What the figure counts, who came, and the visits once all of them are recorded. */
function countsOf(edition: Edition) {
  const { stated, records } = edition.learning.visits
  const observation = findIndicator(edition.indicators, stated)
  const people = findIndicator(edition.indicators, 'learning.attendance')
  const tally = tallyOf(observation, records.length)
  return { observation, people, tally, dated: datedVisits(edition, tally) }
}

/** The visits as ticks, all alike. */
function ticks(edition: Edition, cut: Cut, top: number, width: number): Drawing {
  const { observation, tally } = countsOf(edition)
  const height = cut.narrow ? 72 : 104
  const place = { x: 0, y: top, width, height }
  if (tally.total === 0) return { height: top + height, body: blankField(observation, place, cut) }
  const field = inRows(observation.id, tally, tally.places)
  const body = plot(cut, {
    top,
    height,
    marginRight: cut.width - width,
    insetLeft: 2,
    insetRight: 2,
    ...edgeToEdge(field, tally),
    marks: [
      ruleY([field.rows], { className: 'r' }),
      counting(observation.id, ruleX(field.units, { x: 'x', className: 'f' })),
      field.end,
    ],
  })
  return { height: top + height, body }
}

/** The ticks and, apart from all of them, the sites that are known: whose visits those were the drawing does not say. */
function visitField(edition: Edition, cut: Cut, top: number): Drawing {
  const { namedSites, visits } = edition.learning
  const recorded = visits.records.flatMap(({ site }) => site ?? [])
  const names = [...new Set([...namedSites.names, ...recorded])]
  const size = Math.max(cut.narrow ? 18 : 22, cut.lettering)
  const beside = !cut.narrow && names.length > 0 && names.length < 4
  const room = beside ? 7 * size : cut.width
  const field = ticks(edition, cut, top, beside ? cut.width - room - 2 * size : cut.width)
  if (names.length === 0) return field
  const named = wrap(names.join('　'), size, room, names).map((line) => line.trim())
  const leading = size * 1.6
  const tall = named.length * leading
  const last = Math.max(field.height, (beside ? top : field.height + 14) + cut.lettering + tall)
  const x = cut.width - room
  const label = text(x, last - tall, '观摩现场（例举）')
  const sites = lines(x, last - tall + leading, named, leading, 'sf b', size)
  return { height: last, body: field.body + label + sites }
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { observation, people, dated } = countsOf(edition)
  const top = head(observation, cut)
  const field = dated
    ? visitAxis(dated, observation, people.unit, cut, top.height + 6)
    : visitField(edition, cut, top.height + 6)
  const rule = field.height + 22
  const attended = head(people, cut, { y: rule + 14 })
  const between = stroke('r', across(0, rule, cut.width))
  return drawing(attended.height - 6, [top.body, field.body, between, attended.body])
}

function table(edition: Edition): Table {
  const { visits, namedSites } = edition.learning
  const { observation, people, dated } = countsOf(edition)
  const { names } = namedSites
  const located = names.every((name) => visits.records.some(({ site }) => site === name))
  const unknown = located ? '' : `，属于哪次${undisclosed}`
  const named = words(names.length > 0 ? `原文点名${names.join('、')}${unknown}` : null)
  const each = words(dated ? '逐次列出' : null)
  const attended = [header(people.label), figureCell(people), periodCell(people), words(null), each]
  const [whole = [], ...rows] = countRows(observation, dated ?? visits.records, {
    total: [periodCell(observation), named, each],
    name: ({ theme, site }) => theme ?? site ?? `主题${undisclosed}`,
    of: ({ date, site, attendance }) => [
      words(date && wordDate(date)),
      words(site),
      words(attendance === null ? null : `${attendance}${people.unit}`),
    ],
  })
  return {
    columns: ['项目', '数', '期间', '地点', '参与', '状态'],
    rows: [whole, [...attended, statusCell(people.status)], ...rows],
  }
}

const reading = (edition: Edition) =>
  countsOf(edition).dated
    ? '横轴是月份，刻线的高低是参与人次，下面写着地点。'
    : '每道刻线是学习活动。'

/** A tick for each 学习活动, the sites that are known apart from them; on a time axis once all are recorded. */
export const learningVisits: Chart = { reading, draw, table }
