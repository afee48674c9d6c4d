import type { Observation, Qualifier } from '../schemas/observation.ts'
import { bar } from './bar.ts'
import { undisclosedField } from './undisclosedField.ts'

/** What one mark of the figures means, with a sample of it for `<svg viewBox="0 0 120 34">`. */
export interface LegendMark {
  name: string
  meaning: string
  body: string
}

const sample: Observation = {
  id: 'legend.sample',
  label: '凡例',
  definition: '凡例',
  value: 1,
  unit: '个',
  qualifier: { bound: 'exact', verb: null, scope: null, numerals: 'arabic' },
  period: null,
  status: 'reported',
  source: { document: 'legend', section: '标题', paragraph: 1, phrase: '凡例' },
  caveat: null,
}

function bars(
  qualifier: Partial<Qualifier>,
  length: number,
  status: Observation['status'] = 'reported',
): string {
  const observation = { ...sample, status, qualifier: { ...sample.qualifier, ...qualifier } }
  return bar(observation, { x: 1, y: 5, length, thickness: 24, grows: 'right' }, 'lake')
}

/** The marks of the figures in the order a reader meets them. */
export function legendMarks(): LegendMark[] {
  return [
    { name: '已刊载', meaning: '原文印出的数，照画。', body: bars({}, 100) },
    { name: '余', meaning: '比写出的数多，末端敞开。', body: bars({ bound: 'over' }, 48) },
    { name: '近', meaning: '比写出的数少，留出空隙。', body: bars({ bound: 'near' }, 100) },
    { name: '达', meaning: '到了写出的数，两头有帽。', body: bars({ verb: '达' }, 100) },
    {
      name: '累计',
      meaning: '从某时加到某时的合计，起头有双线。',
      body: bars({ scope: '累计' }, 100),
    },
    { name: '估算', meaning: '推算的数，用点划线。', body: bars({}, 100, 'estimated') },
    {
      name: '未公布',
      meaning: '原文没有的，留空心虚线。',
      body: undisclosedField({ x: 1, y: 3, width: 100, height: 28 }),
    },
  ]
}
