import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtFiles, dist } from './builtPages.ts'

test.each([
  ['Figure', 1100],
  ['ToldSteps', 1300],
])('the script of %s stays within %i bytes', (component, most) => {
  const [file] = builtFiles.filter((name) => name.includes(`/${component}.astro_astro_type_script`))
  expect(file).toBeDefined()
  expect(readFileSync(join(dist, file ?? '')).length).toBeLessThanOrEqual(most)
})

test('what offers to read aloud, and what then reads, stay within their budget together', () => {
  const budgets = JSON.parse(readFileSync(new URL('../budgets.json', import.meta.url), 'utf8'))
  const scripts = builtFiles.filter((name) => /\/(Begin|Reader)\.astro.*\.js$/.test(name))
  expect(scripts).toHaveLength(2)
  const sizes = scripts.map((name) => brotliCompressSync(readFileSync(join(dist, name))).length)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(budgets.readAloud)
})
