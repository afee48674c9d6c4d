import { execFile, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensureChromium } from '../src/machine/findChromium.ts'
import { listPublished } from '../src/records/registers.ts'
import { projectRoot } from '../src/roots.ts'
import { readSettings } from '../src/validation/settings.ts'
import { addNewEdition } from './addNewEdition.ts'
import { type ContentFolder, fillContentFolder } from './contentFolder.ts'
import { completeRoot } from './fixtures/completeEdition.ts'
import { knownRoot } from './fixtures/knownEdition.ts'
import { exampleContent } from './map/exampleRoster.ts'
import { crowd, village } from './map/exampleRosters.ts'
import { namedPublisher } from './namedPublisher.ts'
import { portalVariables } from './portal.ts'
import { shellEnvironment } from './shellEnvironment.ts'
import { writeNewEdition } from './writeNewEdition.ts'

const run = promisify(execFile)

interface Build {
  /** Includes the PDF, as `npm run pdf` does. */
  report?: true
  variables?: Record<string, string>
  /** What is changed in a copy of the content: of the edition that tests know, or of the project's where it says so. */
  change?(content: ContentFolder): unknown
  ofProject?: true
}

/** The year after the newest edition. */
const nextYear = ({ root }: ContentFolder) => (listPublished(root).at(-1) ?? 0) + 1

/** Adds an edition of the year after the newest, with words, a number, a source and a term of its own. */
function publishNextYear(content: ContentFolder): void {
  const year = nextYear(content)
  addNewEdition(content, year)
  writeNewEdition(content, year)
}

/** Every way in which tests build the site, apart from dist/. */
const builds = {
  /** The edition with its PDF. */
  report: { report: true },
  /** The same below the sub-path of a portal, with an address. */
  portal: { report: true, variables: portalVariables },
  /** The fictional edition with complete records, with its PDF and an address. */
  complete: {
    report: true,
    variables: { CONTENT_ROOT: completeRoot, SITE_URL: 'https://www.example.org' },
  },
  /** The fictional edition, its texts as hostile as the checks let them be, with its PDF and an address. */
  hostile: {
    report: true,
    // A process of its own, so that whoever waits for another build is answered meanwhile.
    change: ({ root }) =>
      run(process.execPath, ['tests/hostileContent.ts', root], { cwd: projectRoot }),
    variables: { SITE_URL: 'https://www.example.org' },
  },
  /** The edition with everything in publisher.json, at an address; next year's is still a draft. */
  named: {
    change: (content) => {
      content.write('data/publisher.json', JSON.stringify(namedPublisher))
      addNewEdition(content, nextYear(content))
    },
    ofProject: true,
    variables: { SITE_URL: 'https://www.example.org' },
  },
  /** A roster in which every point has coordinates, with a key for 天地图. */
  village: {
    change: (content) => exampleContent(content, village),
    variables: { TIANDITU_KEY: 'test' },
  },
  /** A roster of more points than the map draws one by one. */
  crowd: { change: (content) => exampleContent(content, crowd) },
  /** The project's own site, stamped for those who look through it before its release. */
  review: { variables: { PREVIEW: '1' } },
  /** The own edition with one of the next year, published. */
  nextYear: { change: publishNextYear, ofProject: true },
} satisfies Record<string, Build>

/** The name of a build. */
export type BuildName = keyof typeof builds

/** Builds into a folder of its own under .build/; rejects with the build's output if it fails. */
export async function makeBuild(name: BuildName): Promise<{ folder: string; base: string }> {
  const { report, change, ofProject, variables }: Build = builds[name]
  const place = join(projectRoot, '.build/tests', name)
  const folder = join(place, 'dist')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const content = change && fillContentFolder(place, ofProject ? projectRoot : knownRoot)
  if (content) await change(content)
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
