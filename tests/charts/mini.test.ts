import { expect, it } from 'vitest'
import { legendMarks } from '../../src/charts/legend.ts'
import { mini } from '../../src/charts/mini.ts'
import { edition, withNothingDisclosed } from './edition2025.ts'

const initiatives = ['consultation', 'supervision', 'proposals', 'public-opinion', 'learning']

it('each initiative has a small drawing without lettering', () => {
  for (const chapter of initiatives) {
    for (const source of [edition, withNothingDisclosed()]) {
      const { height, body } = mini(source, chapter)
      expect(height).toBeLessThan(110)
      expect(body).not.toMatch(/<text|style|NaN|undefined|Infinity/)
    }
  }
  expect(() => mini(edition, 'outlook')).toThrow('outlook')
})

it('the small drawing of the sessions has a tile for each', () => {
  const { body } = mini(edition, 'consultation')
  expect(body.match(/z/g)).toHaveLength(12)
})

it('the legend shows every state with its own mark', () => {
  const bodies = legendMarks().map(({ body }) => body)
  expect(new Set(bodies).size).toBe(7)
  expect(legendMarks().at(-1)).toMatchObject({
    name: '未公布',
    body: expect.stringContaining('class="u"'),
  })
})
