import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chapterIds } from '../src/records/chapterIds.ts'
import { listEditions } from '../src/records/registers.ts'
import { projectRoot } from '../src/roots.ts'
import { editionFiles } from '../src/sets/edition.ts'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const oneOf = (words: Iterable<string>) => `(?:${[...words].join('|').replaceAll('.', '\\.')})`

const years = listEditions(projectRoot)
const indicators = years.flatMap((year): string[] =>
  JSON.parse(read(`data/${year}/indicators.json`)).map(({ id }: { id: string }) => id),
)
// An editor may name a later chapter as the code names something else.
const chapters = new Set(chapterIds(projectRoot, Math.min(...years)))
// Every edition has its home page in edition.mdx.
chapters.delete('edition')
// A record set may have the name of a chapter; only in an address, or beside these words, the chapter is meant.
const sets = [...chapters].filter((chapter) => chapter in editionFiles)
const aboutChapters = /chapter|slug|href/i

const quote = '[\'"`]'
const of = {
  indicator: RegExp(`[{'"\`]${oneOf(indicators)}[}'"\`]|${quote}\\{${oneOf(chapters)}\\.`),
  chapter: RegExp(`${quote}${oneOf(chapters)}${quote}|(?:^|[{,])\\s*${oneOf(chapters)}:`),
  set: RegExp(`${quote}${oneOf(sets)}${quote}|\\b${oneOf(sets)}:`),
  address: RegExp(`/${oneOf(chapters)}(?=[/'"\`#?])|${quote}${oneOf(chapters)}/`),
  year: RegExp(`\\b${oneOf(years.map(String))}\\b`),
}

/** The text without what only people read (comments, Chinese strings), imports, and names within a page. */
const code = (text: string) =>
  [
    /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g,
    /(?<![:\\])\/\/.*$/gm,
    /^import .*$|^\} from .*$|\bimport\(.*?\)/gm,
    /\b(?:id|class|aria-labelledby)="[^"{]*"/g,
  ].reduce((rest, aside) => rest.replace(aside, (found) => found.replace(/[^\n]/g, '')), text)
const withoutChinese = (text: string) =>
  text.replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, (string) =>
    /\p{Script=Han}/u.test(string) ? string.replace(/[^\n]/g, '') : string,
  )

/** The lines of a source file that name an indicator, a chapter or the year of an existing edition. */
function editionLines(text: string): number[] {
  const bare = code(text)
  const quoted = bare.split('\n')
  return withoutChinese(bare)
    .split('\n')
    .flatMap((line, index) => {
      const isNamed =
        of.indicator.test(quoted[index] ?? '') ||
        of.address.test(line) ||
        of.year.test(line) ||
        (of.chapter.test(line) && (!of.set.test(line) || aboutChapters.test(line)))
      return isNamed ? [index + 1] : []
    })
}

test.each([
  ["const of = 'consultation.sessions'", true],
  ["const text = '下降{supervision.penalty-cases-decline}'", true],
  ["if (text.includes('{supervision.')) return", true],
  ["chapters.find(({ slug }) => slug === 'outlook')", true],
  ["chapters.find(({ slug }) => slug === 'learning')", true],
  ['<a href="/2025/map/">', true],
  ["open('public-opinion/')", true],
  ['  consultation: drawSessions,', true],
  ['const isOld = year < 2025', true],
  ['<p>2025年</p>', true],
  ['const { groups } = supervision.groups', false],
  ["registers.byName.get('supervision')", false],
  ["name: 'learning-visits'", false],
  ["import '../styles/outlook.css'", false],
  ['<h2 id="outlook">', false],
  ['/** Written 2025-11-20, as in `consultation.sessions`. */', false],
  ["describe('编号，例如 consultation.sessions，写在 data/2025/ 里')", false],
])('%s', (line, isNamed) => {
  expect(editionLines(line)).toEqual(isNamed ? [1] : [])
})

test('src/ names no indicator, no chapter and no year of an edition', () => {
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs|astro|css)$/.test(file))
    .map((file) => `src/${file}`)
  expect(files.length).toBeGreaterThan(200)
  const found = files.flatMap((file) =>
    editionLines(read(file)).map((line) => `${file}:${line} ${read(file).split('\n')[line - 1]}`),
  )
  expect(found).toEqual([])
})
