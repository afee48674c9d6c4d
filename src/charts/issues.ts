import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import {
  figureCell,
  header,
  nth,
  oneCell,
  periodCell,
  restRow,
  statusCell,
  words,
} from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { issueThreads, issueThreadsOf, outcomeWords } from './issueThreads.ts'
import { wrap } from './lettering.ts'
import { drawing, lines, marks, stroke, text } from './markup.ts'
import { endMarks, thinning } from './openEnd.ts'
import { timeOf } from './sessions.ts'
import { across, down, round } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

function draw(edition: Edition, cut: Cut): Drawing {
  const { stated, records } = edition.issues
  const observation = findIndicator(edition.indicators, stated)
  const tally = tallyOf(observation, records.length)
  const top = head(observation, cut)
  const threads = issueThreadsOf(edition, tally)
  if (threads) {
    const flow = issueThreads(threads, edition, tally, cut, top.height + 4)
    return drawing(flow.height, [top.body, flow.body])
  }
  const y = top.height + 4
  const { bound } = tally
  // Dots run down the columns, so that the end of the field is its right side and can stay open.
  const tail = { exact: 0, over: 3.6, near: 0.6 }[bound]
  const most = Math.min(40, Math.floor(cut.width / cut.lettering - tail))
  const rows = Math.max(cut.narrow ? 8 : 4, Math.ceil(tally.total / most))
  const columns = Math.ceil(tally.total / rows)
  const pitch = Math.min(cut.narrow ? 29 : 40, cut.width / (columns + tail))
  const radius = pitch * 0.26
  const width = columns * pitch
  const height = rows * pitch
  const dot = (index: number, r: number) =>
    round(pitch * (Math.floor(index / rows) + 0.5), y + pitch * ((index % rows) + 0.5), r)
  const dots = range(tally.units).map((index) => dot(index, radius))
  const known = range(tally.known).map((index) => dot(index, radius * 1.5))
  const over = range(rows).flatMap((row) =>
    thinning.map(([from, length]) =>
      across(width + (from - 0.45) * pitch, y + (row + 0.5) * pitch, length * pitch),
    ),
  )
  const bottom = y + height + cut.lettering * 1.9
  const leading = cut.lettering * 1.6
  const noted = tally.known > 0 ? wrap('外圈为已登记', cut.lettering, cut.width) : []
  if (tally.total === 0) {
    const place = { x: 0, y, width: cut.width, height: 90 }
    return drawing(y + 92, [top.body, blankField(observation, place, cut)])
  }
  return drawing((noted.length > 0 ? bottom + (noted.length - 1) * leading : y + height) + 4, [
    top.body,
    marks(stated, stroke(observation.status === 'estimated' ? 'e' : 'd', ...dots)),
    stroke('hl', ...known),
    stroke('h', across(0, y, width), across(0, y + height, width), down(0, y, height)),
    bound === 'over' ? stroke('ha', ...over) : '',
    bound === 'over'
      ? text(
          cut.width,
          y + height / 2 + pitch * 0.35,
          '余',
          'sf b ta end',
          Math.max(pitch * 0.95, cut.lettering),
        )
      : '',
    bound === 'exact' ? stroke('f', down(width, y, height)) : '',
    bound === 'near' ? endMarks(stated, stroke('k', down(width + 8, y - 4, height + 8))) : '',
    lines(0, bottom, noted, leading, 'm'),
  ])
}

/** The step an issue has reached, by name. */
function lastStep(edition: Edition, { steps }: Edition['issues']['records'][number]) {
  if (!steps || steps.length === 0) return null
  const reached = Math.max(...steps.map(({ step }) => step))
  const name = edition.loop.records.find(({ order }) => order === reached)?.name
  return name ? `到“${name}”` : null
}

/** When the session at which an issue was raised was held. */
function raisedAt({ sessions }: Edition, issue: Edition['issues']['records'][number]) {
  const session = sessions.records.find(({ id }) => id === issue.session)
  return session && timeOf(session)
}

function table(edition: Edition): Table {
  const { stated, records } = edition.issues
  const observation = findIndicator(edition.indicators, stated)
  const way = records.some(({ steps, outcome }) => steps !== null || outcome !== null)
  return {
    columns: ['项目', '数', '期间', '类别', '承办部门', ...(way ? ['环节', '结果'] : []), '状态'],
    rows: [
      [
        header(observation.label),
        figureCell(observation),
        periodCell(observation),
        words(null),
        words(null),
        ...(way ? [words(null), words(null)] : []),
        statusCell(observation.status),
      ],
      ...records.map((issue, index) => [
        header(issue.title ?? `名称${undisclosed}`, nth(stated, index)),
        oneCell(observation),
        words(raisedAt(edition, issue)),
        words(issue.category),
        words(issue.department),
        ...(way
          ? [words(lastStep(edition, issue)), words(issue.outcome && outcomeWords[issue.outcome])]
          : []),
        statusCell(issue.status),
      ]),
      ...restRow(observation, tallyOf(observation, records.length), way ? 5 : 3),
    ],
  }
}

function reading(edition: Edition): string {
  const { stated, records } = edition.issues
  const tally = tallyOf(findIndicator(edition.indicators, stated), records.length)
  if (issueThreadsOf(edition, tally))
    return '每根线是已登记的问题，走过它到达的环节：实点收尾是已解决，空圈是作出说明，箭头是推进中。'
  return tally.bound === 'over'
    ? '每点是推动解决的问题；右边敞开，表示“余”：实际比画出的多。'
    : '每点是推动解决的问题。'
}

/** A dot for each problem solved, the side of 余 left open; a thread through the steps once all ways are recorded. */
export const issues: Chart = { reading, draw, table }
