import { expect, test } from 'vitest'
import { issues } from '../../src/charts/issues.ts'
import { sessions } from '../../src/charts/sessions.ts'
import { complete } from './edition2099.ts'

test('an issue is given the time its session is given, by its day where no period is recorded', () => {
  const held = complete.sessions.records
  expect(held.some(({ period, date }) => period === null && date !== null)).toBe(true)
  const times = sessions.table(complete).rows.map((cells) => cells[2]?.text)
  const rows = issues.table(complete).rows.slice(1)
  complete.issues.records.forEach(({ session }, index) => {
    const order = held.findIndex(({ id }) => id === session)
    expect(rows[index]?.[2]?.text).toBe(times[order + 1])
  })
})
