import type { Problem, ProblemWords } from '../documents/problem.ts'
import type { Passage } from './passage.ts'

const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '（': '）',
  '「': '」',
  '『': '』',
  '【': '】',
  '(': ')',
  '[': ']',
}
const marks = new RegExp(
  `[${Object.entries(closers).flat().join('').replace(/[[\]]/g, '\\$&')}]`,
  'g',
)

/** Brackets and quotation marks without a partner in their text, by offset. */
function alone(text: string): { index: number; mark: string }[] {
  const open: { index: number; mark: string }[] = []
  const stray: typeof open = []
  for (const { index, 0: mark } of text.matchAll(marks)) {
    if (mark === '’' && /[A-Za-z]’[A-Za-z]/.test(text.slice(index - 1, index + 2))) continue
    if (closers[mark]) open.push({ index, mark })
    else if (closers[open.at(-1)?.mark ?? ''] === mark) open.pop()
    else stray.push({ index, mark })
  }
  return [...stray, ...open]
}

const han = '[\\p{Script=Han}”’》）]'
const full: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
}

/** Marks typed with the wrong keyboard layout, each with the right one. */
const mistyped: readonly { of: RegExp; right(typed: string): string }[] = [
  { of: /\.{3,}|。{3,}|(?<!…)…(?!…)/g, right: () => '……' },
  { of: /(?<!。)。。(?!。)|！{2,}|？{2,}/g, right: (typed) => typed[0] as string },
  { of: /-{2,}/g, right: () => '——' },
  {
    of: new RegExp(`(?<=${han})[,;:?!](?=[\\p{Script=Han}“‘《（]|$)|(?<=${han})\\.(?=$)`, 'gu'),
    right: (typed) => full[typed] as string,
  },
  { of: /([，、；：])[，、；：。]+/g, right: (typed) => typed[0] as string },
  { of: /"/g, right: () => '“ ”' },
]

/** Brackets and quotation marks without a partner, and marks typed with the wrong keyboard layout. */
export function checkPunctuation(passages: readonly Passage[]): Problem[] {
  return passages.flatMap((passage, at) => {
    const problemAt = (index: number, words: ProblemWords): Problem => ({
      file: passage.file,
      ...passage.positionOf(index, 1),
      ...words,
    })
    const next = passages[at + 1]
    const goesOn = next?.file === passage.file && next.text.startsWith('“')
    const wrong = mistyped.flatMap(({ of, right }) =>
      [...passage.text.matchAll(of)].map(({ index, 0: typed }) =>
        problemAt(index, {
          found: `标点 ${typed}`,
          expected: right(typed),
          hint: `写作 ${right(typed)}，用中文输入法打`,
        }),
      ),
    )
    const unpaired = alone(passage.text)
      // A quotation of several paragraphs is opened in each of them and closed in the last.
      .filter(({ mark }) => !(mark === '“' && goesOn))
      .map(({ index, mark }) => {
        const opens = closers[mark] !== undefined
        const partner = closers[mark] ?? Object.keys(closers).find((each) => closers[each] === mark)
        return problemAt(index, {
          found: `没有成对的 ${mark}`,
          expected: opens ? `后面有与它成对的 ${partner}` : `前面有与它成对的 ${partner}`,
          hint: '补上另一半，或删去多出的一半；一段里的标点要成对',
        })
      })
    const cut = /[，、]$/.exec(passage.text)
    const unfinished = cut
      ? [
          problemAt(cut.index, {
            found: `段末的 ${cut[0]}`,
            expected: '写完的一段',
            hint: '补上后面的话，或改成句号',
          }),
        ]
      : []
    return [...wrong, ...unpaired, ...unfinished]
  })
}
