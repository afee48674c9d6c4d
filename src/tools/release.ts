import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { ensureChromium } from '../machine/findChromium.ts'
import { writeOffline } from '../offline/writeOffline.ts'
import { loadEditions } from '../records/readRegisters.ts'
import { unsetDetails } from '../release/checkPublisher.ts'
import { checkRelease } from '../release/checkRelease.ts'
import { earlierRelease } from '../release/earlierRelease.ts'
import { makeSbom } from '../release/sbom.ts'
import { isStill, readVersion, type Version } from '../release/version.ts'
import {
  isSameRelease,
  publishedAmong,
  type ReleaseParts,
  recordReleased,
  releaseName,
  writeRelease,
} from '../release/writeRelease.ts'
import { projectRoot } from '../roots.ts'
import { hasPassed } from '../store/passed.ts'
import { currentSettings } from '../validation/settings.ts'
import { printProblems } from '../validation/validate.ts'
import { readArguments, refuse } from './commandArguments.ts'
import { runTool, step } from './steps.ts'

const releases = join(projectRoot, 'release')
const { told, files: strange } = readArguments({
  preview: 'flag',
  since: 'text',
  'without-drafts': 'flag',
})
if (strange.length > 0) refuse(`命令后面多了 ${strange.join(' ')}`)
const preview = Boolean(told.preview)
const withoutDrafts = Boolean(told['without-drafts'])

const problems = checkRelease(projectRoot, process.env, { preview, withoutDrafts })
if (problems.length > 0) {
  printProblems(problems)
  refuse('没有发布')
}

const all = loadEditions(projectRoot)
const editions = publishedAmong(all)
const newest = editions.at(-1)
if (!newest) refuse('没有已发布的一版，没有发布')
const version = readVersion(projectRoot) as Version
const name = releaseName(newest.year, version, preview)
const staging = join(projectRoot, '.build', `release-${process.pid}`)
const since = told.since && resolve(process.env.INIT_CWD ?? process.cwd(), told.since)

/** Checks the project, unless it has passed as it is committed. */
async function checkOnce(what: 'check' | 'site', title: string, work: () => Promise<unknown>) {
  if (hasPassed(what)) console.log(`✓ ${title}（这次提交已经通过）`)
  else await step(title, work)
}

/** Makes the whole release in the staging folder. */
async function makeRelease(): Promise<ReleaseParts> {
  const earlier = earlierRelease(releases, name, all, since)
  await checkOnce('check', '检查', () => runTool('check'))
  await checkOnce('site', '网页的测试', () =>
    // They are tests of the site as readers get it by default.
    runTool('test', ['--project', 'site'], { SITE_URL: '', BASE_PATH: '', TIANDITU_KEY: '' }),
  )
  const built = await step('生成网页、全册 PDF，压缩', () =>
    runTool('build', ['--report', '--dist', join(staging, 'site')], {
      CHROME_PATH: ensureChromium(),
      PREVIEW: preview ? '1' : '',
    }),
  )
  for (const line of built.split('\n')) if (line.startsWith('提醒')) console.log(line)
  await step('离线副本', () => writeOffline(join(staging, 'site'), staging, version.version))
  const sbom = await step('物料清单', async () => makeSbom())
  const { base, site } = currentSettings()
  const released = { ...version, editions, preview, base, site: site ?? null, earlier, sbom }
  await step('清单、许可、校验和', async () => writeRelease(staging, released))
  // Pages are built from the files as they are then, which somebody may go on editing.
  if (!isStill(projectRoot, version))
    throw new Error(
      '做的时候又改了文件，或者又提交了，网页里可能有这次提交里没有的；都提交了，再来',
    )
  return released
}

try {
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true })
  const released = await makeRelease()
  const folder = join(releases, name)
  if (existsSync(folder)) {
    if (!isSameRelease(folder, staging))
      throw new Error(
        `已经有 release/${name}/，内容不同：同一次提交，按别的设置或与别的一次相比发布过。移走它，再来`,
      )
    console.log(`与已有的 release/${name}/ 一字不差`)
  } else {
    mkdirSync(releases, { recursive: true })
    renameSync(staging, folder)
  }
  const unset = unsetDetails(newest.publisher)
  if (unset.length > 0) console.log(`没有填、不显示的：${unset.join('、')}`)
  if (preview) console.log('这是预览：每页盖着“送审稿”，不记为已发布')
  else {
    const recorded = recordReleased(projectRoot, released)
    console.log(`已记下发布的数，请提交：${recorded.join('、')}`)
  }
  console.log(`已写成 ${relative(process.cwd(), folder)}/`)
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(error.message)
  console.error('没有发布')
  process.exitCode = 1
} finally {
  rmSync(staging, { recursive: true, force: true })
}
