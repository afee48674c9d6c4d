import { expect, test } from 'vitest'
import { compactPath } from '../../src/pictures/compactPath.ts'

test('absolute data become relative and short', () => {
  expect(compactPath('M 10 10.004 L 10.5 9.25 Q 11 9 12 12 C 1 2 3 4 5 6 Z M 1 1 L 2 2')).toBe(
    'm10 10l.5-.75q.5-.25 1.5 2.75c-11-10-9-8-7-6zm-9-9l1 1',
  )
})

test('rounding is not carried along a path', () => {
  const points = Array.from({ length: 300 }, (_, index) => index * 1.004)
  const data = `M 0 0 ${points.map((x) => `L ${x} ${x}`).join(' ')}`
  const steps = compactPath(data).match(/l([\d.]+)/g) ?? []
  const end = steps.reduce((sum, step) => sum + Number(step.slice(1)), 0)
  expect(end).toBeCloseTo(points.at(-1) ?? 0, 1)
})

test('data with other commands stay as they are', () => {
  expect(compactPath('M 0 0 A 1 1 0 0 1 2 2')).toBe('M 0 0 A 1 1 0 0 1 2 2')
})
