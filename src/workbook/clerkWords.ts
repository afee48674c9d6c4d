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

/**
 * What the checks of files say, said of a workbook: an empty cell in place of null, headings in place of properties, cells
 * in place of lines. `cellAt` tells the cell of a line, of the file itself or of another.
 */
export function clerkWords(
  { found, expected, hint }: ProblemWords,
  cellAt: (file: string | undefined, line: number) => string | undefined,
): ProblemWords {
  const say = (text: string) =>
    plainDescription(text)
      .replace(
        /(?:data\/\d{4}\/)?(?:([\w-]+\.json) )?第 (\d+) 行起?/g,
        (whole, file, line) => cellAt(file, Number(line)) ?? whole,
      )
      .replace(/缺少属性“(\w+)”/g, (whole, key) =>
        headings.has(key) ? `“${headings.get(key)}”空着` : whole,
      )
      .replace(
        /(?<![\w."-])(?:id|value|qualifier|period|status|phrase|section|date|town|crs|coordinates)(?![\w-])/g,
        (key) => {
          if (key === 'qualifier') return '界'
          if (key === 'coordinates') return '经度、纬度'
          return headings.get(key) ?? key
        },
      )
      .replace(/同时留空/g, '同时空着')
  return { found: say(found), expected: say(expected), hint: say(hint) }
}
