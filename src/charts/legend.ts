import { rect } from '@observablehq/plot'
import type { Observation, Qualifier } from '../schemas/observation.ts'
import { cuts } from './chart.ts'
import { exactly, hatched } from './marks/hatchedBar.ts'
import { plot } from './plot.ts'

/** What one mark of the figures means, with a sample of it for `<svg viewBox="0 0 120 34">`. */
export interface LegendMark {
  name: string
  meaning: string
  body: string
}

const [width, height] = [120, 34]

/** A bar of the given length in the grammar of a qualifier. */
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

/** The marks of the figures in the order a reader meets them. */
export function legendMarks(): LegendMark[] {
  return [
    { name: '已刊载', meaning: '原文印出的数，照画。', body: bar({}) },
    {
      name: '余',
      meaning: '比写出的数多，末端敞开。',
      body: bar({ bound: 'over' }, { length: 48 }),
    },
    { name: '近', meaning: '比写出的数少，留出空隙。', body: bar({ bound: 'near' }) },
    {
      name: '约',
      meaning: '在写出的数上下，末端作点线。',
      body: bar({ bound: 'about' }, { length: 84 }),
    },
    { name: '达', meaning: '到了写出的数，两头有帽。', body: bar({ verb: '达' }) },
    {
      name: '累计',
      meaning: '从某时加到某时的合计，起头有双线。',
      body: bar({ scope: '累计' }),
    },
    { name: '估算', meaning: '推算的数，用点划线。', body: bar({}, { status: 'estimated' }) },
    {
      name: '未公布',
      meaning: '原文没有的，留空心虚线。',
      body: bar({}, { status: 'undisclosed' }),
    },
  ]
}
