import type { ProblemWords } from '../documents/problem.ts'
import { plainDescription } from './explainColumn.ts'
import { workbookFiles } from './sheets.ts'

/** What the properties of records are called on the sheets, by their last step. */
const headings = new Map(
  workbookFiles.flatMap(({ values, sheets }) =>
    [...values, ...sheets.flatMap(({ columns }) => columns)].map(
      (column) => [String(column.path.at(-1)), column.title] as const,
    ),
  ),
)

/** The words for values that are chosen, where files write others. */
const words = new Map(
  workbookFiles
    .flatMap(({ sheets }) => sheets.flatMap(({ columns }) => columns))
    .filter(({ aliases }) => Object.keys(aliases).length > 0)
    .flatMap(({ choices }) =>
      [...choices].map(([value, label]) => [value, label.replace(/（.*/, '')]),
    ),
)

const properties =
  / ?(?<![\w."-])(id|value|qualifier|period|status|phrase|section|date|town|crs|coordinates)(?![\w-]) ?/g

/**
 * What the checks of files say, said of a workbook: an empty cell in place of null, headings in place of properties, rows
 * in place of lines. `rowAt` tells the row of a line, of the file itself or of another.
 */
export function clerkWords(
  { found, expected, hint }: ProblemWords,
  rowAt: (file: string | undefined, line: number) => string | undefined,
): ProblemWords {
  const say = (text: string) =>
    plainDescription(text)
      .replace(/\[经度, 纬度\]/g, '经度和纬度')
      .replace(/\[([\d.]+), ([\d.]+)\]/g, '经度 $1、纬度 $2')
      .replace(
        /(?:data\/\d{4}\/)?(?:([\w-]+\.json) )?第 (\d+) 行起?/g,
        (whole, file, line) => rowAt(file, Number(line)) ?? whole,
      )
      .replace(/缺少属性“(\w+)”/g, (whole, key) =>
        headings.has(key) ? `“${headings.get(key)}”空着` : whole,
      )
      .replace(/(\w+)（(\p{Script=Han}+)）/gu, (whole, key, word) =>
        /^(?:reported|estimated)$/.test(key) ? `“${word}”` : whole,
      )
      .replace(/(?<![\w-])[a-z]+\d+(?![\w-])/g, (code) => words.get(code) ?? code)
      .replace(properties, (_, key) => {
        if (key === 'qualifier') return '“界”'
        if (key === 'coordinates') return '“经度”“纬度”'
        return `“${headings.get(key) ?? key}”`
      })
      .replace(/同时留空/g, '同时空着')
  return { found: say(found), expected: say(expected), hint: say(hint) }
}
