import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from '../src/machine/findChromium.ts'
import { projectRoot } from '../src/roots.ts'
import { readSettings } from '../src/validation/settings.ts'
import { fillContentFolder } from './contentFolder.ts'
import { completeRoot } from './fixtures/completeEdition.ts'
import { type ExampleRoster, exampleContent } from './map/exampleRoster.ts'
import { crowd, village } from './map/exampleRosters.ts'
import { portalVariables } from './portal.ts'
import { shellEnvironment } from './shellEnvironment.ts'

interface Build {
  /** With the PDF, as `npm run pdf` builds. */
  report?: true
  variables?: Record<string, string>
  /** The example that stands in place of the edition's roster. */
  roster?: ExampleRoster
}

/** Every way of building the site that a test looks at, apart from dist/. */
const builds = {
  /** The edition with its PDF. */
  report: { report: true },
  /** The same below a sub-path of a portal, at an address. */
  portal: { report: true, variables: portalVariables },
  /** The fictional edition with complete records, with its PDF and at an address. */
  complete: {
    report: true,
    variables: { CONTENT_ROOT: completeRoot, SITE_URL: 'https://www.example.org' },
  },
  /** A roster whose every point has a place, with a key to 天地图. */
  village: { roster: village, variables: { TIANDITU_KEY: 'test' } },
  /** A roster of more points than the map draws one by one. */
  crowd: { roster: crowd },
} satisfies Record<string, Build>

/** The name of one of them. */
export type BuildName = keyof typeof builds

/** Builds into a folder of its own under .build/; rejects with what the build prints when it fails. */
export async function makeBuild(name: BuildName): Promise<{ folder: string; base: string }> {
  const { report, roster, variables }: Build = builds[name]
  const place = join(projectRoot, '.build/tests', name)
  const folder = join(place, 'dist')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const content = roster && exampleContent(fillContentFolder(place), roster)
  const build = spawn(
    process.execPath,
    ['src/tools/build.ts', '--dist', folder, ...(report ? ['--report'] : [])],
    {
      cwd: projectRoot,
      env: shellEnvironment({
        ...(report && { CHROME_PATH: ensureChromium() }),
        ...(content && { CONTENT_ROOT: content.root }),
        ...variables,
      }),
    },
  )
  let said = ''
  for (const stream of [build.stdout, build.stderr]) {
    stream.on('data', (text) => {
      said += text
    })
  }
  const code = await new Promise((resolve) => build.on('close', resolve))
  if (code !== 0) throw new Error(`“${name}”没有生成，退出码 ${code}：\n${said}`)
  return { folder, base: readSettings(variables ?? {}).base }
}
