import fc from 'fast-check'

const odd: unknown[] = [
  ...[
    null,
    true,
    '',
    ' ',
    '|',
    'x',
    '好'.repeat(2000),
    '{',
    '{x}',
    '<b>',
    '⼈',
    '2025-13-45',
    'javascript:1',
  ],
  ...[-1, 0, 0.5, 7, 1e15, 1e308, [], [[]], {}, { id: 'x' }],
]
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '/>',
    '"',
    "'",
    '`',
    '```',
    '\\',
    '|',
    '*',
    '**',
    '_',
    '#',
    '## ',
    '---',
  ],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\t',
    ' ',
    '>',
    '- ',
    '    ',
    '&',
    '&a ',
    '*a',
    '!!x ',
    '<<: ',
    ': ',
    ', ',
    '{/*',
    '*/}',
  ],
  ...[
    '<Fact',
    '<Fact id="',
    '<Term id="proposal">',
    '</Term>',
    '<Figure id="loop" />',
    '](javascript:1)',
    '[看](learning.mdx#节)',
    '“',
    '...',
    '![',
    '[x]: y',
  ],
  ...[
    'import x',
    'export ',
    '\u0000',
    '\u000B',
    '\u200B',
    '\uFFFC',
    '\uFFF9',
    '⼈',
    '說',
    '八次',
    '58',
    '第',
    '__proto__',
  ],
]

interface Holder {
  [key: string]: unknown
}

function holdersOf(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Holder, ...Object.values(value).flatMap(holdersOf)]
}

/** A JSON text with one value replaced, removed or doubled. */
function mutateValue(text: string, where: number, which: number, how: number): string {
  const root = JSON.parse(text)
  const holders = holdersOf(root).filter((holder) => Object.keys(holder).length > 0)
  const holder = holders[where % holders.length]
  if (!holder) return text
  const keys = Object.keys(holder)
  const key = keys[which % keys.length] as string
  if (how === 0 && Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (how === 0) delete holder[key]
  else if (how === 1 && Array.isArray(holder)) holder.push(holder[Number(key)])
  else if (how === 1) holder[`${key}x`] = holder[key]
  else holder[key] = odd[how % odd.length]
  return JSON.stringify(root, null, 2)
}

/** A text with a piece inserted, perhaps in place of some of it. */
function mutateText(text: string, where: number, which: number, length: number): string {
  const at = where % (text.length + 1)
  return text.slice(0, at) + pieces[which % pieces.length] + text.slice(at + length)
}

/** One mistake as clerks, pasting or spreadsheets make it: the file and its changed text. */
export const mutation = (files: readonly string[]) =>
  fc
    .record({
      file: fc.constantFrom(...files),
      inText: fc.boolean(),
      where: fc.nat(1_000_000),
      which: fc.nat(10_000),
      how: fc.nat(60),
    })
    .map(({ file, inText, where, which, how }) => ({
      file,
      change: (text: string) =>
        inText || !file.endsWith('.json')
          ? mutateText(text, where, which, how % 4)
          : mutateValue(text, where, which, how),
    }))
