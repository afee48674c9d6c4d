import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'astro'
import { projectRoot } from '../src/tools/roots.ts'
import { shellEnvironment } from './shellEnvironment.ts'

/** A site built from other content or another environment, served until it is closed. */
export interface ServedBuild {
  url: string
  folder: string
  close(): Promise<void>
}

/** Builds into a folder of its own under .build/ and serves it; throws what the build prints when it fails. */
export async function serveBuild(
  name: string,
  variables: Record<string, string>,
): Promise<ServedBuild> {
  const folder = join(projectRoot, '.build', name)
  execFileSync(process.execPath, ['src/tools/build.ts', '--dist', folder], {
    cwd: projectRoot,
    env: shellEnvironment(variables),
  })
  const base = variables.BASE_PATH ?? '/'
  const server = await preview({
    root: projectRoot,
    outDir: folder,
    base,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 4380 },
  })
  return {
    url: `http://127.0.0.1:${server.port}${base}`,
    folder,
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
