import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtFiles, dist } from './builtPages.ts'

test.each([
  ['Figure', 1100],
  ['ToldSteps', 1024],
])('the script of %s stays within %i bytes', (component, most) => {
  const [file] = builtFiles.filter((name) => name.includes(`/${component}.astro_astro_type_script`))
  expect(file).toBeDefined()
  expect(readFileSync(join(dist, file ?? '')).length).toBeLessThanOrEqual(most)
})
