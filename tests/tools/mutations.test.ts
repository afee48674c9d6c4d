import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validate } from '../../src/validation/validate.ts'
import { copyContent } from '../contentCopy.ts'
import { mutation } from '../mutations.ts'

const files = [
  ...['indicators', 'figures', 'liaison-points', 'timeline', 'proposals', 'cases', 'captions'].map(
    (name) => `data/2025/${name}.json`,
  ),
  ...['data/towns.json', 'data/glossary.json', 'data/publisher.json'],
  ...['consultation', 'edition', 'proposals'].map((name) => `content/2025/${name}.mdx`),
]

test('whatever is mistyped or pasted is named in its place, or harmless; nothing is thrown', () => {
  const copy = copyContent()
  fc.assert(
    fc.property(mutation(files), ({ file, change }) => {
      const text = copy.read(file)
      copy.write(file, change(text))
      const { problems } = validate(copy.root)
      copy.write(file, text)
      for (const { line, column, found, expected, hint } of problems) {
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
        expect(found + expected + hint).not.toMatch(/undefined|NaN|\[object/)
      }
    }),
    { seed: 2025, numRuns: 25, endOnFailure: true },
  )
}, 60_000)
