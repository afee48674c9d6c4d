import { readFileSync } from 'node:fs'
import type { Edition } from '../../src/schemas/edition.ts'
import { editionFiles, editionSchema, sharedFiles } from '../../src/schemas/edition.ts'
import type { Observation } from '../../src/schemas/observation.ts'

const data = new URL('../../data/', import.meta.url)

function readRegister(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`${path}.json`, data), 'utf8'))
}

/** The recorded 2025 edition. */
export const edition: Edition = editionSchema.parse({
  year: 2025,
  ...Object.fromEntries(
    Object.keys(editionFiles).map((name) => [name, readRegister(`2025/${name}`)]),
  ),
  ...Object.fromEntries(Object.keys(sharedFiles).map((name) => [name, readRegister(name)])),
})

/** The edition with every observation changed. */
export function withObservations(change: (observation: Observation) => Observation): Edition {
  return { ...edition, indicators: edition.indicators.map(change) }
}

/** The edition without a single record, and no value disclosed. */
export function withNothingDisclosed(): Edition {
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
