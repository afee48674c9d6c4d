import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findIndicator } from '../../src/facts/indicator.ts'
import { formatQuantity } from '../../src/facts/wording.ts'
import { projectRoot } from '../../src/roots.ts'
import type { Observation } from '../../src/schemas/observation.ts'
import {
  type EditionWith,
  editionFiles,
  editionSchema,
  sharedFiles,
  withSets,
} from '../../src/sets/edition.ts'
import type { SetName } from '../../src/sets/registry.ts'
import { knownRoot } from '../fixtures/knownEdition.ts'

function readRegister(root: string, path: string): unknown {
  const file = join(root, 'data', `${path}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** The record sets of 2025; another year may have others. */
const sets = [
  'sessions',
  'issues',
  'loop',
  'supervision',
  'proposals',
  'liaison-points',
  'learning',
  'captions',
  'cases',
  'timeline',
] as const satisfies SetName[]

/** An edition that has every record set of 2025. */
export type WholeEdition = EditionWith<(typeof sets)[number]>

/** The edition, which has every record set of 2025; throws when it lacks one. */
export const whole = (edition: unknown): WholeEdition =>
  withSets(editionSchema.parse(edition), sets)

const readEdition = (root: string): WholeEdition =>
  whole({
    year: 2025,
    ...Object.fromEntries(
      Object.keys(editionFiles).map((name) => [name, readRegister(root, `2025/${name}`)]),
    ),
    ...Object.fromEntries(Object.keys(sharedFiles).map((name) => [name, readRegister(root, name)])),
  })

/** The 2025 edition as tests know it. */
export const edition: WholeEdition = readEdition(knownRoot)

/** The 2025 edition as it is published now, perhaps corrected. */
export const publishedEdition: WholeEdition = readEdition(projectRoot)

/** How the published edition words a number. */
export const publishedWords = (id: string): string =>
  formatQuantity(findIndicator(publishedEdition.indicators, id))

/** Whether a figure is one of the known edition. */
export const isOwn = (id: string): boolean => edition.figures.some((figure) => figure.id === id)

/** The edition with every observation changed. */
export function withObservations(change: (observation: Observation) => Observation): WholeEdition {
  return { ...edition, indicators: edition.indicators.map(change) }
}

/** The edition without any record or published value. */
export function withNothingDisclosed(): WholeEdition {
  const { sessions, issues, loop, supervision, proposals, learning } = edition
  const hidden = withObservations((observation) => ({
    ...observation,
    value: null,
    status: 'undisclosed',
    period: null,
  }))
  return {
    ...hidden,
    sessions: { ...sessions, records: [], fields: { ...sessions.fields, range: [] } },
    issues: { ...issues, records: [] },
    loop: { ...loop, records: [] },
    supervision: {
      ...supervision,
      groups: { ...supervision.groups, records: [] },
      problemClasses: { ...supervision.problemClasses, records: [] },
    },
    cases: edition.cases.map((told) => ({ ...told, steps: [] })),
    proposals: { ...proposals, lists: { ...proposals.lists, records: [] } },
    learning: {
      ...learning,
      visits: { ...learning.visits, records: [] },
      namedSites: { ...learning.namedSites, names: [] },
      parts: { ...learning.parts, records: [] },
    },
    timeline: [],
  }
}

/** The edition with more records, in invented words longer than those of 2025. */
export function withMoreRecorded(): WholeEdition {
  const { sessions, loop, supervision, learning, cases } = edition
  const times = <T>(count: number, make: (order: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index + 1))
  return {
    ...edition,
    sessions: {
      ...sessions,
      records: sessions.records.map((session) => ({
        ...session,
        date: '2025-11-28',
        field: '示例领域融合发展',
      })),
    },
    cases: cases.map((told) => ({
      ...told,
      steps: told.steps.map((step) => ({
        ...step,
        label: '示例环节',
        ...(step.together && { together: ['示例同时进行', '示例同时完成'] }),
      })),
    })),
    loop: {
      ...loop,
      records: loop.records.map((step) => ({ ...step, owner: '示例区示例部门', durationDays: 10 })),
    },
    supervision: {
      ...supervision,
      groups: {
        ...supervision.groups,
        records: times(7, (order) => ({
          id: `group-${order}`,
          name: '示例小组',
          lead: '示例组长',
          members: order,
          body: null,
        })),
      },
      problemClasses: {
        ...supervision.problemClasses,
        records: times(6, (order) => ({ id: `class-${order}`, name: '示例问题类别' })),
      },
      enforcement: [
        {
          id: 'month-1',
          month: '2025-01',
          inspectedHouseholds: 1,
          penaltyCases: 1,
          base: '示例年份同期的合计数',
        },
      ],
    },
    learning: {
      ...learning,
      visits: {
        ...learning.visits,
        records: times(11, (order) => ({
          id: `visit-${order}`,
          date: null,
          site: '示例区科技馆',
          theme: null,
          attendance: null,
        })),
      },
      namedSites: { ...learning.namedSites, names: ['示例区科技馆', '示例区图书馆', '示例车站'] },
      parts: {
        ...learning.parts,
        records: learning.parts.records.map((part) => ({ ...part, name: '示例学习座谈研讨' })),
      },
    },
  }
}
