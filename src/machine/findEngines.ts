import { existsSync } from 'node:fs'
import { installFromDebian, isDebianRoot } from './debian.ts'

/** Where Debian installs them. */
export const firefox = '/usr/bin/firefox-esr'
export const webkitDriver = '/usr/bin/WebKitWebDriver'
export const xvfb = '/usr/bin/Xvfb'

/** The programs that each engine needs, and the Debian packages they come in. */
const programs = {
  Firefox: { [firefox]: 'firefox-esr' },
  WebKitGTK: { [webkitDriver]: 'webkit2gtk-driver', [xvfb]: 'xvfb' },
}

/** The engines that pages are tested in. */
export type EngineName = 'Chromium' | keyof typeof programs
export const engines: EngineName[] = ['Chromium', 'Firefox', 'WebKitGTK']

const lacking = (name: keyof typeof programs) =>
  Object.entries(programs[name])
    .filter(([path]) => !existsSync(path))
    .map(([, packageName]) => packageName)
const names = Object.keys(programs) as (keyof typeof programs)[]

/** The engines other than Chromium that this machine lacks. */
export const missingEngines = (): EngineName[] => names.filter((name) => lacking(name).length > 0)

/** Installs the missing engines if Debian packages can be installed; otherwise their tests are skipped. */
export function ensureEngines(): void {
  const packages = names.flatMap(lacking)
  if (packages.length === 0 || !isDebianRoot()) return
  console.log(`没有找到 ${missingEngines().join('、')}，正在安装……`)
  installFromDebian(packages)
}
