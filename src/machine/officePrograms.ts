import { spawnSync } from 'node:child_process'
import { installFromDebian, isDebianRoot } from './debian.ts'

const answers = (program: string) => spawnSync(program, ['--version']).status === 0

/** Whether LibreOffice is here. */
export const hasLibreOffice = (): boolean => answers('soffice')

/** Whether gnumeric's converter is here. */
export const hasGnumeric = (): boolean => answers('ssconvert')

/** Installs LibreOffice Calc and gnumeric where packages of Debian can be; elsewhere the tests that need them are skipped. */
export function ensureOfficePrograms(): void {
  const missing = [
    ...(hasLibreOffice() ? [] : ['libreoffice-calc']),
    ...(hasGnumeric() ? [] : ['gnumeric']),
  ]
  if (missing.length > 0 && isDebianRoot()) installFromDebian(missing)
}
