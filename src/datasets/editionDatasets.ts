import { formatBound } from '../facts/boundWord.ts'
import { correctionsOf, formatCorrection } from '../facts/corrections.ts'
import { definitionOf } from '../facts/definition.ts'
import { formatPeriod, formatQuantity } from '../facts/wording.ts'
import type { Correction } from '../schemas/corrections.ts'
import { glossarySchema } from '../schemas/glossary.ts'
import { type Observation, observationSchema } from '../schemas/observation.ts'
import { type Town, townSchema } from '../schemas/places.ts'
import { sourcesSchema } from '../schemas/sources.ts'
import { computed, type RecordTable } from '../sets/define.ts'
import type { Edition } from '../sets/edition.ts'
import { recordSets, type SetName } from '../sets/registry.ts'
import { none } from './absence.ts'
import { type Dataset, describeDataset } from './dataset.ts'
import { plainEdition } from './plainEdition.ts'

const indicators: RecordTable<Edition> = {
  name: 'indicators',
  title: '指标',
  record: observationSchema,
  rows: ({ indicators, corrections, year }) =>
    indicators.map((each) => ({
      ...each,
      definitionId: definitionOf(each, year),
      corrections: correctionsOf(corrections, each.id).map(({ indicator: _, ...rest }) => rest),
    })),
  leftOut: ['basis'],
  last: ['definition', 'definitionId', 'caveat', 'source'],
  shown: ['label', 'wording', 'period', 'status', 'definition', 'caveat', 'source'],
  computed: {
    wording: computed<Observation>({ title: '数字', after: 'label', value: formatQuantity }),
    bound: computed<Observation>({
      title: '界',
      for: 'qualifier',
      value: ({ qualifier }) => formatBound(qualifier) ?? '原数',
    }),
    verb: computed<Observation>({
      title: '动词',
      for: 'qualifier',
      value: ({ qualifier }) => qualifier.verb ?? '',
    }),
    scope: computed<Observation>({
      title: '范围',
      for: 'qualifier',
      value: ({ qualifier }) => qualifier.scope ?? '',
    }),
    period: computed<Observation>({
      title: '期间',
      for: 'period',
      value: ({ period }) => formatPeriod(period),
    }),
    corrected: computed<{ corrections: Omit<Correction, 'indicator'>[] }>({
      title: '更正',
      after: 'source',
      absent: none,
      value: ({ corrections }) => corrections.map(formatCorrection).join('；') || null,
    }),
  },
}

const shared: readonly RecordTable<Edition>[] = [
  {
    name: 'towns',
    title: '镇街名录（非原文内容）',
    record: townSchema,
    rows: ({ towns }) => towns.towns,
    computed: {
      longitude: computed<Town>({
        title: '经度',
        for: 'wgs84',
        value: ({ wgs84 }) => wgs84?.[0] ?? null,
      }),
      latitude: computed<Town>({
        title: '纬度',
        for: 'wgs84',
        value: ({ wgs84 }) => wgs84?.[1] ?? null,
      }),
    },
  },
  {
    name: 'glossary',
    title: '名词',
    record: glossarySchema.element,
    rows: ({ glossary }) => glossary,
  },
  {
    name: 'sources',
    title: '出处与许可',
    record: sourcesSchema.element,
    rows: ({ sources }) => sources,
    leftOut: ['short', 'parts'],
  },
]

/** The datasets of one record set; none where the edition has no file for it. */
function setDatasets(name: SetName, edition: Edition): Dataset[] {
  const file = edition[name]
  if (file === undefined || (Array.isArray(file) && file.length === 0)) return []
  const tables = recordSets[name].tables as readonly RecordTable<typeof file>[]
  return tables.map((table) => describeDataset(table, file, edition))
}

/** Every indicator and record set of an edition as datasets, in the order the data page lists them. */
export function editionDatasets(recorded: Edition): Dataset[] {
  const edition = plainEdition(recorded)
  return [
    describeDataset(indicators, edition, edition),
    ...(Object.keys(recordSets) as SetName[]).flatMap((name) => setDatasets(name, edition)),
    ...shared.map((table) => describeDataset(table, edition, edition)),
  ]
}
