import { rect } from '@observablehq/plot'
import type { Observation, Qualifier } from '../../schemas/observation.ts'
import { cuts } from '../chart.ts'
import { exactly, hatched } from '../marks/hatchedBar.ts'
import { plot } from './plot.ts'

/** The meaning of one mark of the figures, with a sample of it for `<svg viewBox="0 0 120 34">`. */
export interface LegendMark {
  name: string
  meaning: string
  body: string
}

const [width, height] = [120, 34]

/** A sample bar of the given length, drawn according to a qualifier. */
function bar(
  qualifier: Partial<Qualifier>,
  { length = 100, status = 'reported' as Observation['status'] } = {},
): string {
  const render = hatched({ status, qualifier: { ...exactly.qualifier, ...qualifier } })
  return plot(cuts.w, {
    at: { width },
    height,
    x: { domain: [0, width] },
    y: { domain: [height, 0] },
    marks: [rect([length], { x1: 1, x2: (to) => to + 1, y1: 5, y2: height - 5, render })],
  }).body
}

/** The marks of the figures in the order in which readers meet them. */
export function legendMarks(): LegendMark[] {
  const marks = [
    ['已刊载', '原文印出的数，照画。', bar({})],
    ['余', '比写出的数多，末端敞开。', bar({ bound: 'over' }, { length: 48 })],
    ['近', '比写出的数少，留出空隙。', bar({ bound: 'near' })],
    ['约', '在写出的数上下，末端作点线。', bar({ bound: 'about' }, { length: 84 })],
    ['达', '到了写出的数，两头有帽。', bar({ verb: '达' })],
    ['累计', '从某时加到某时的合计，起头有双线。', bar({ scope: '累计' })],
    ['估算', '推算的数，用点划线。', bar({}, { status: 'estimated' })],
    ['未公布', '原文没有的，留空心虚线。', bar({}, { status: 'undisclosed' })],
  ] as const
  return marks.map(([name, meaning, body]) => ({ name, meaning, body }))
}
