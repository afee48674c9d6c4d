import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../roots.ts'
import { recordSets, type SetName } from '../sets/registry.ts'

const exampleRoot = join(projectRoot, 'tests/fixtures/complete')
/** The newest year of every fictional body. */
const exampleYear = 2099
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']

/** A fictional body. */
export interface ExampleBody {
  /** Its place in the province, from 1; it has a name of its own. */
  number: number
  /** Its editions, ascending; the last is the newest. */
  years: readonly number[]
  /** Whether it has three figures, two record sets and no photographs, instead of everything. */
  isSmall: boolean
}

/** So many years, ascending, the last of them the newest. */
export const exampleYears = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => exampleYear - count + 1 + at)

/** A name without a digit, as the calendar gives it to years: editions and bodies may not repeat each other's sentences. */
const nameOf = (number: number) =>
  `${stems[Math.floor(number / branches.length) % stems.length]}${branches[number % branches.length]}`

/** What the first edition of a body leaves out: it has none before it to be compared with. */
const withoutEarlier = (text: string) =>
  text
    .replaceAll(/,? *"definitionId": ?"[^"]*"/g, '')
    .replaceAll(/,\n.*"id": ?"years".*/g, '')
    .replaceAll(/^<Figure id="years" \/>\n/gm, '')

const smallFigures = ['sessions', 'three-lists', 'submissions']
const smallDrawings = ['sessions', 'lists', undefined]
const smallSets: SetName[] = ['sessions', 'proposals']

/** Leaves of an edition what a small body would have. */
function makeSmall(content: string, data: string): void {
  rmSync(join(content, 'photos'), { recursive: true })
  for (const name of Object.keys(recordSets) as SetName[])
    if (!smallSets.includes(name)) rmSync(join(data, `${name}.json`), { force: true })
  const keep = <Record>(name: string, isKept: (record: Record) => boolean) => {
    const file = join(data, `${name}.json`)
    const kept = (JSON.parse(readFileSync(file, 'utf8')) as Record[]).filter(isKept)
    writeFileSync(file, JSON.stringify(kept))
  }
  keep<{ id: string }>('figures', ({ id }) => smallFigures.includes(id))
  keep<{ drawing?: string }>('initiatives', ({ drawing }) => smallDrawings.includes(drawing))
  for (const name of readdirSync(content)) {
    const file = join(content, name)
    const shown = (line: string) =>
      !/^<(?:Figure|Plate)/.test(line) || smallFigures.some((id) => line.includes(`"${id}"`))
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').filter(shown).join('\n'))
  }
}

/** Writes the content of a fictional body: the editions of the example, each moved to another year, with sources of its own. */
export function writeBody(root: string, { number, years, isSmall }: ExampleBody): void {
  const own = (text: string) => text.replaceAll('示例区', `示例${nameOf(number)}区`)
  cpSync(exampleRoot, root, {
    recursive: true,
    filter: (path) => !/[\\/](content|data)[\\/]\d{4}/.test(path),
  })
  const sources = JSON.parse(readFileSync(join(root, 'data/sources.json'), 'utf8'))
  const of = (year: number) =>
    sources.map((source: { id: string }) => ({ ...source, id: `${source.id}-${year}` }))
  writeFileSync(join(root, 'data/sources.json'), JSON.stringify([...sources, ...years.flatMap(of)]))
  for (const name of readdirSync(join(root, 'data')).filter((file) => file.endsWith('.json'))) {
    const file = join(root, 'data', name)
    writeFileSync(file, own(readFileSync(file, 'utf8')))
  }
  for (const year of years) {
    for (const kind of ['content', 'data']) {
      const folder = join(root, kind, String(year))
      cpSync(join(exampleRoot, kind, String(exampleYear)), folder, { recursive: true })
      for (const name of readdirSync(folder).filter((file) => /\.(json|mdx)$/.test(file))) {
        const moved = own(readFileSync(join(folder, name), 'utf8'))
          .replaceAll(/\b20(99|98)(?!\d)/g, (given) => String(Number(given) - exampleYear + year))
          .replaceAll(/("document": ?"[a-z-]+)"/g, `$1-${year}"`)
          .replaceAll(/("definitionId": ?"[^"@]*@)\d+/g, `$1${years[0]}`)
          .replaceAll(/。$/gm, `。示例之${nameOf(year)}。`)
        writeFileSync(join(folder, name), year === years[0] ? withoutEarlier(moved) : moved)
      }
    }
    if (isSmall) makeSmall(join(root, 'content', String(year)), join(root, 'data', String(year)))
  }
}
