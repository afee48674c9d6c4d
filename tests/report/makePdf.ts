import { spawn } from 'node:child_process'
import { findChromium } from '../../src/tools/findChromium.ts'
import { projectRoot } from '../../src/tools/roots.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

/** Builds with the PDF as `npm run pdf` does. */
export function makePdf(folder: string, variables: Record<string, string>): Promise<void> {
  const build = spawn(process.execPath, ['src/tools/build.ts', '--report', '--dist', folder], {
    cwd: projectRoot,
    env: shellEnvironment({ CHROME_PATH: findChromium() ?? '', ...variables }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    build.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`退出码 ${code}`))))
  })
}
