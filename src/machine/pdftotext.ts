import { spawnSync } from 'node:child_process'
import { installFromDebian, isDebianRoot } from './debian.ts'

/** Whether poppler's pdftotext is here. */
export const hasPdftotext = (): boolean => spawnSync('pdftotext', ['-v']).status === 0

/** Installs pdftotext where packages of Debian can be; elsewhere the tests that need it are skipped. */
export function ensurePdftotext(): void {
  if (!hasPdftotext() && isDebianRoot()) installFromDebian(['poppler-utils'])
}
