import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inlineScript } from '../../src/publish/inlineScript.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inline-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function script(text: string) {
  const file = join(folder, 'script.ts')
  writeFileSync(file, text)
  return inlineScript(file)
}

test('TypeScript becomes JavaScript, made small, with the hash that a policy names it by', async () => {
  const { code, hash } = await script(
    '{\n  // why\n  const marked: string = document.title\n  document.body.title = marked\n}\n',
  )
  expect(code).not.toMatch(/string|why|\n {2}/)
  expect(code).toContain('document.body.title')
  expect(hash).toBe(`sha256-${createHash('sha256').update(code).digest('base64')}`)
})

test('several files become one script, in order', async () => {
  const files = ['one', 'two'].map((name) => {
    const file = join(folder, `${name}.ts`)
    writeFileSync(file, `document.title += '${name}'`)
    return file
  })
  const { code } = await inlineScript(...files)
  expect(code).toMatch(/one.*two/s)
})

test('a script that would need a module is refused', async () => {
  await expect(script("import { a } from './a.ts'\na()")).rejects.toThrow('不能引入')
})

test('a script that cannot be read is named with its file', async () => {
  await expect(script('{ const = 1 }')).rejects.toThrow('script.ts')
})
