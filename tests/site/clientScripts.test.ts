import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtFiles, dist } from './builtPages.ts'

/** Calls that browsers of 2022 do not support. */
const tooNew = /\b(Map|Object)\.groupBy\(|\.(checkVisibility|toSorted|toSpliced|findLast)\(/

test('no script of a page calls what older phones do not know', () => {
  const scripts = builtFiles.filter((file) => /^_astro\/.*\.js$/.test(file))
  expect(scripts.length).toBeGreaterThan(0)
  for (const file of scripts)
    expect(tooNew.exec(readFileSync(join(dist, file), 'utf8'))?.[0], file).toBeUndefined()
})
