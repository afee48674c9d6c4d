import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dot, type Markish, ruleX } from '@observablehq/plot'
import sharp from 'sharp'
import { cuts } from '../charts/chart.ts'
import {
  counting,
  edgeToEdge,
  inColumns,
  inRows,
  tiles,
  type UnitGrid,
} from '../charts/marks/units.ts'
import { legendMarks } from '../charts/parts/legend.ts'
import { plot } from '../charts/parts/plot.ts'
import type { Tally } from '../charts/parts/tally.ts'
import { paper } from '../pictures/paper.ts'
import { rasterize } from '../pictures/rasterize.ts'

/**
 * A mark of the figures: its name and meaning, the file in src/charts/marks that draws it, and a sample with its
 * height.
 */
interface Sample {
  name: string
  meaning: string
  file: string
  height: number
  body: string
}

const width = 120
const margin = 10

/** A count of nine units, two of which are recorded. */
const count = (bound: Tally['bound']): Tally => ({
  bound,
  total: 9,
  known: 2,
  rest: 7,
  units: bound === 'near' || bound === 'about' ? 8 : 9,
  places: bound === 'over' ? 10 : 9,
})

function counted(
  name: string,
  meaning: string,
  height: number,
  scales: UnitGrid['scales'],
  marks: Markish[],
): Sample {
  const { body } = plot({ ...cuts.w, width }, { height, inset: 2, ...scales, marks })
  const file = name === '逐个计数' ? 'units.ts' : 'openEnd.ts'
  return { name, meaning, file, height, body }
}

function countedSamples(): Sample[] {
  const [rows, open, near, about] = [
    inRows('tiles', count('exact'), 5, 4),
    inColumns('dots', count('over'), 3),
    inRows('ticks', count('near'), count('near').places),
    inRows('ticks', count('about'), count('about').places),
  ]
  const dots = dot(open.units, { x: 'x', y: 'y', r: 4, className: 'd' })
  const ticks = ({ units }: UnitGrid) => counting('ticks', ruleX(units, { x: 'x', className: 'f' }))
  return [
    counted(
      '逐个计数',
      '每格是计数的单位：登记了的是实线，上边加重；其余空心，线淡。',
      50,
      rows.scales,
      tiles('tiles', rows, 2, 4),
    ),
    counted('逐个计数，余', '成列的点，右边敞开。', 40, open.scales, [
      counting('dots', dots),
      open.end,
    ]),
    counted('逐个计数，近', '末位不画，只留虚的刻线。', 34, edgeToEdge(near, count('near')), [
      ticks(near),
      near.end,
    ]),
    counted('逐个计数，约', '末位不画，作点线。', 34, edgeToEdge(about, count('about')), [
      ticks(about),
      about.end,
    ]),
  ]
}

/** Draws a picture of every mark into docs/images/marks, and returns the section of docs/figures.md that shows them. */
export async function drawMarkDocs(docs: string): Promise<string> {
  const folder = join(docs, 'images/marks')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const bars = legendMarks().map((mark) => ({ ...mark, file: 'hatchedBar.ts', height: 34 }))
  const rows: string[] = []
  for (const [index, { name, meaning, file, height, body }] of [
    ...bars,
    ...countedSamples(),
  ].entries()) {
    const inside = `<g transform="translate(${margin} ${margin})">${body}</g>`
    const sheet = paper(width + 2 * margin, height + 2 * margin, [inside])
    const picture = await sharp(await rasterize(sheet, 2 * (width + 2 * margin)))
      .png({ palette: true, colours: 16 })
      .toBuffer()
    const shot = `mark-${index + 1}.png`
    writeFileSync(join(folder, shot), picture)
    rows.push(
      `| <img src="images/marks/${shot}" alt="${name}" width="${width + 2 * margin}"> | ${name} | ${meaning} | \`${file}\` |`,
    )
  }
  return `## 记号

各幅图共用的记号都在 \`src/charts/marks/\`，是 Observable Plot 的自定义记号；含义由原文的限定词定，不由作图的人定。

| 样子 | 名称 | 含义 | 画法 |
| --- | --- | --- | --- |
${rows.join('\n')}`
}
