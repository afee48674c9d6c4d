import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { completeRoot } from '../fixtures/completeEdition.ts'

/** A copy of the complete edition with fewer records of the long lists, quicker to read again and again; it is gone when the file has run. */
export function smallEdition(lists: Record<string, number>): string {
  const root = mkdtempSync(join(tmpdir(), 'small-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  for (const folder of ['content', 'data'])
    cpSync(join(completeRoot, folder), join(root, folder), { recursive: true })
  for (const [name, count] of Object.entries(lists)) {
    const file = join(root, `data/2099/${name}.json`)
    const { records, ...others } = JSON.parse(readFileSync(file, 'utf8'))
    const few = { ...others, records: records.slice(0, count) }
    writeFileSync(file, `${JSON.stringify(few, null, 2)}\n`)
  }
  return root
}
