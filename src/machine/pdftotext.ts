import { spawnSync } from 'node:child_process'
import { installFromDebian, isDebianRoot } from './debian.ts'

/** Whether poppler's pdftotext is installed. */
export const hasPdftotext = (): boolean => spawnSync('pdftotext', ['-v']).status === 0

/** Installs pdftotext if Debian packages can be installed; otherwise the tests that need it are skipped. */
export function ensurePdftotext(): void {
  if (!hasPdftotext() && isDebianRoot()) installFromDebian(['poppler-utils'])
}
