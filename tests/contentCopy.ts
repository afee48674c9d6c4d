import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type ContentFolder, fillContentFolder } from './contentFolder.ts'

/** A copy of content/ and data/ that a test may change; deleted when the test ends. */
export type ContentCopy = ContentFolder

/** Copies content/ and data/ of the edition that tests know to a temporary folder. */
export function copyContent(): ContentCopy {
  const root = mkdtempSync(join(tmpdir(), 'content-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return fillContentFolder(root)
}
