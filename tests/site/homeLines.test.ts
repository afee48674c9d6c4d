import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { complete } from '../charts/edition2099.ts'
import { openBuild } from '../services.ts'

test('a home line has a small drawing where it names one, and none where it does not', async () => {
  const { folder } = await openBuild('complete')
  const { document } = parseHTML(readFileSync(join(folder, '2099/index.html'), 'utf8'))
  const drawn = [...document.querySelectorAll('.line')].map((line) => line.querySelector('svg'))
  const named = complete.initiatives.map(({ drawing }) => drawing)
  expect(new Set(named.map(Boolean))).toEqual(new Set([true, false]))
  expect(drawn.map(Boolean)).toEqual(named.map(Boolean))
})
