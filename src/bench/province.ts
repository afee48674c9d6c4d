import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { filesBelow, htmlAmong } from '../publish/siteFiles.ts'
import { projectRoot } from '../roots.ts'

const exampleRoot = join(projectRoot, 'tests/fixtures/complete')
const exampleYear = 2099
const workshop = join(projectRoot, '.build/province')

/** What the first edition of a body leaves out: it has none before it to be compared with. */
const withoutEarlier = (text: string) =>
  text
    .replaceAll(/,? *"definitionId": ?"[^"]*"/g, '')
    .replaceAll(/,\n.*"id": ?"years".*/g, '')
    .replaceAll(/^<Figure id="years" \/>\n/gm, '')

/** A name for a year without a digit, as the calendar gives it: an edition may not repeat the sentences of another. */
const nameOf = (year: number) =>
  '甲乙丙丁戊己庚辛壬癸'.charAt(year % 10) + '子丑寅卯辰巳午未申酉戌亥'.charAt(year % 12)

/** Writes the content of a body that has so many editions, each the fictional one moved to another year, with sources of its own. */
function writeBody(root: string, years: readonly number[]): void {
  cpSync(exampleRoot, root, {
    recursive: true,
    filter: (path) => !/[\\/](content|data)[\\/]\d{4}/.test(path),
  })
  const sources = JSON.parse(readFileSync(join(root, 'data/sources.json'), 'utf8'))
  const of = (year: number) =>
    sources.map((source: { id: string }) => ({ ...source, id: `${source.id}-${year}` }))
  writeFileSync(join(root, 'data/sources.json'), JSON.stringify([...sources, ...years.flatMap(of)]))
  for (const year of years) {
    for (const kind of ['content', 'data']) {
      const folder = join(root, kind, String(year))
      cpSync(join(exampleRoot, kind, String(exampleYear)), folder, { recursive: true })
      for (const name of readdirSync(folder).filter((file) => /\.(json|mdx)$/.test(file))) {
        const moved = readFileSync(join(folder, name), 'utf8')
          .replaceAll(/\b20(99|98)(?!\d)/g, (own) => String(Number(own) - exampleYear + year))
          .replaceAll(/("document": ?"[a-z-]+)"/g, `$1-${year}"`)
          .replaceAll(/("definitionId": ?"[^"@]*@)\d+/g, `$1${years[0]}`)
          .replaceAll(/。$/gm, `。示例之${nameOf(year)}。`)
        writeFileSync(join(folder, name), year === years[0] ? withoutEarlier(moved) : moved)
      }
    }
  }
}

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
const most = (runs: readonly Run[]) => round(Math.max(...runs.map(({ memory }) => memory)))
const sum = (runs: readonly Run[]) => runs.reduce((all, { seconds }) => all + seconds, 0)

/**
 * Builds bodies of so many editions, each edition apart and then assembled, and all at once, every time from nothing;
 * throws where the two sites differ in a byte.
 */
export function benchProvince(bodies: number, counts: readonly number[]): void {
  const rows: Record<string, Record<string, number>> = {}
  for (const count of counts)
    for (let body = 1; body <= bodies; body++) {
      rmSync(workshop, { recursive: true, force: true })
      mkdirSync(workshop, { recursive: true })
      const root = join(workshop, 'body')
      const place = (name: string) => join(workshop, name)
      const years = Array.from({ length: count }, (_, at) => exampleYear - count + 1 + at)
      writeBody(root, years)
      const base = `/body-${body}/`
      const apart = years.slice(0, -1).map((year) => {
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
        throw new Error(`${count} 版：分开生成后合成的，与一次生成的不同`)
      const pages = htmlAmong(filesBelow(site)).length
      rows[`${base} ${count} 版`] = {
        网页: pages,
        一版最多秒: round(Math.max(0, ...apart.map(({ seconds }) => seconds)), 1),
        各版合计秒: round(sum(apart), 1),
        合成秒: round(assembled.seconds, 1),
        一次生成秒: round(atOnce.seconds, 1),
        每页毫秒: round((1000 * atOnce.seconds) / pages),
        一版MB: apart.length > 0 ? most(apart) : 0,
        合成MB: most([assembled]),
        一次MB: most([atOnce]),
        检索kB: round(bytesOf(site, /^search\/.*\.json$/) / 1000),
        索引kB: round(bytesOf(site, /^pagefind\//) / 1000),
        全站MB: round(bytesOf(site, /(?<!\.br|\.gz)$/) / 1e6, 1),
      }
      console.table(rows)
    }
  rmSync(workshop, { recursive: true, force: true })
}
