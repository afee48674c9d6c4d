import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, htmlAmong } from '../publish/siteFiles.ts'
import { projectRoot } from '../roots.ts'
import { type ExampleBody, exampleYears, writeBody } from './exampleBody.ts'

const workshop = join(projectRoot, '.build/province')

interface Run {
  seconds: number
  /** The peak of resident memory, in MB. */
  memory: number
}

// Before a command ends it leaves word of its peak.
const peak =
  'data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(process.env.PEAK_FILE,String(process.resourceUsage().maxRSS)))'

/** Runs one of the project's commands on a body, with a store of its own; throws with its words when it fails. */
function run(command: string[], body: string, store: string, base: string): Run {
  const note = join(workshop, 'peak')
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', peak, ...command], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_ROOT: body,
      BUILD_STORE: store,
      BASE_PATH: base,
      SITE_URL: 'https://www.example.org',
      PEAK_FILE: note,
    },
  })
  if (status !== 0) throw new Error(`${command.join(' ')}\n${stdout}${stderr}`)
  const seconds = (performance.now() - started) / 1000
  return { seconds, memory: Number(readFileSync(note, 'utf8')) / 1024 }
}

/** One digest of the names and bytes of all files of a site. */
function digest(site: string): string {
  const hash = createHash('sha256')
  for (const file of filesBelow(site)) hash.update(file).update(readFileSync(join(site, file)))
  return hash.digest('hex')
}

const bytesOf = (site: string, test: RegExp) =>
  filesBelow(site)
    .filter((file) => test.test(file))
    .reduce((sum, file) => sum + statSync(join(site, file)).size, 0)

const round = (value: number, digits = 0) => Number(value.toFixed(digits))

/** What building one body took, and what came of it: seconds, MB, kB. */
interface Measured {
  网页: number
  一版最多秒: number
  各版合计秒: number
  合成秒: number
  一次生成秒: number
  一版MB: number
  合成MB: number
  一次MB: number
  检索kB: number
  索引kB: number
  全站MB: number
}

/** Builds a body, each edition apart and then assembled, and all at once; throws where the two sites differ in a byte. */
function measure(body: ExampleBody): Measured {
  rmSync(workshop, { recursive: true, force: true })
  mkdirSync(workshop, { recursive: true })
  const root = join(workshop, 'body')
  const place = (name: string) => join(workshop, name)
  writeBody(root, body)
  const base = `/body-${body.number}/`
  const apart = body.years.slice(0, -1).map((year) => {
    const command = ['src/tools/buildEdition.ts', String(year), '--to', place('parts')]
    return run(command, root, place(`store-${year}`), base)
  })
  mkdirSync(place('parts'), { recursive: true })
  const command = ['src/tools/assemble.ts', place('parts'), '--dist', place('assembled')]
  const assembled = run(command, root, place('store-assembled'), base)
  const single = ['src/tools/build.ts', '--dist', place('at-once')]
  const atOnce = run(single, root, place('store-at-once'), base)
  const site = place('at-once')
  if (digest(place('assembled')) !== digest(site))
    throw new Error(`${base} ${body.years.length} 版：分开生成后合成的，与一次生成的不同`)
  const seconds = apart.map((one) => one.seconds)
  return {
    网页: htmlAmong(filesBelow(site)).length,
    一版最多秒: round(Math.max(0, ...seconds), 1),
    各版合计秒: round(
      seconds.reduce((all, one) => all + one, 0),
      1,
    ),
    合成秒: round(assembled.seconds, 1),
    一次生成秒: round(atOnce.seconds, 1),
    一版MB: round(Math.max(0, ...apart.map(({ memory }) => memory))),
    合成MB: round(assembled.memory),
    一次MB: round(atOnce.memory),
    检索kB: round(bytesOf(site, /^search\/.*\.json$/) / 1000),
    索引kB: round(bytesOf(site, /^pagefind\//) / 1000),
    全站MB: round(bytesOf(site, /(?<!\.br|\.gz)$/) / 1e6, 1),
  }
}

/** The least, the middle and the most of all bodies, and their sum. */
function summary(measured: readonly Measured[]): Record<string, Measured> {
  const names = Object.keys(measured[0] ?? {}) as (keyof Measured)[]
  const each = (of: (values: number[]) => number | undefined) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        round(of(measured.map((one) => one[name]).sort((a, b) => a - b)) ?? 0, 1),
      ]),
    ) as unknown as Measured
  return {
    最少: each((values) => values[0]),
    中位: each((values) => values[Math.floor(values.length / 2)]),
    最多: each((values) => values.at(-1)),
    合计: each((values) => values.reduce((all, value) => all + value, 0)),
  }
}

/** Measures bodies of so many editions, every time from nothing. */
export function benchProvince({
  first,
  bodies,
  counts,
  isSmall,
}: {
  /** The number of the first body, from 1: two copies of the project can share the work. */
  first: number
  bodies: number
  /** The numbers of editions that each body is built with. */
  counts: readonly number[]
  isSmall: boolean
}): void {
  for (const count of counts) {
    const measured: Measured[] = []
    for (let number = first; number < first + bodies; number++) {
      const one = measure({ number, years: exampleYears(count), isSmall })
      measured.push(one)
      console.log(`第${number}家${count}版一个字节不差：${JSON.stringify(one)}`)
    }
    console.table(summary(measured))
  }
  rmSync(workshop, { recursive: true, force: true })
}
