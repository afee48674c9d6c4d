import { lineOf, problemAt } from '../documents/document.ts'
import { nearestName } from '../documents/nearestName.ts'
import type { Problem } from '../documents/problem.ts'
import { quote } from '../documents/quote.ts'
import { meantPhrase } from '../facts/source.ts'
import { parseSourceQuantities, type SourceQuantity } from '../facts/sourceQuantity.ts'
import { sourcesSchema } from '../schemas/sources.ts'
import type { WrittenObservation } from '../sets/define.ts'
import type { Registers } from './registers.ts'
import { sourceReferences, type WrittenReference } from './sourceReferences.ts'

/** References to a part that their document does not have, and misprints whose correction changes nothing. */
function checkParts(registers: Registers, references: readonly WrittenReference[]): Problem[] {
  const { data: sources } = sourcesSchema.safeParse(registers.byName.get('sources')?.document.value)
  if (!sources) return []
  return references.flatMap(({ source, path, document }) => {
    const cited = sources.find(({ id }) => id === source.document)
    if (!cited) return []
    const parts = (cited.parts ?? []).map(({ name }) => name)
    const problems: Problem[] = []
    if (!parts.includes(source.section)) {
      const near = nearestName(source.section, parts)
      problems.push(
        problemAt(document, [...path, 'section'], {
          found: `“${cited.short ?? cited.title}”没有的部分“${source.section}”`,
          expected: parts.length > 0 ? parts.join('、') : '有 parts 的出处文件',
          hint: near
            ? `是不是“${near}”`
            : `出处文件的各部分登记在 data/sources.json 里 ${cited.id} 的 parts`,
        }),
      )
    }
    if (source.misprint?.meant === source.phrase) {
      problems.push(
        problemAt(document, [...path, 'misprint', 'meant'], {
          found: '与原词相同的改正',
          expected: '原词印对了应是怎样',
          hint: 'phrase 照原文写，meant 写改正后的；没有印错就删去 misprint',
        }),
      )
    }
    return problems
  })
}

const commonStart = (a: string, b: string) => {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
  return length
}
const reversed = (text: string) => [...text].reverse().join('')

/**
 * Whether two quotations come from the same place of a text: the words around them agree as far as both were quoted.
 */
function isSameQuote(a: SourceQuantity, b: SourceQuantity): boolean {
  const around = [
    [reversed(a.before), reversed(b.before)],
    [a.after, b.after],
  ] as const
  const common = around.map(([one, other]) => commonStart(one, other))
  const agrees = around.every(
    ([one, other], side) => common[side] === Math.min(one.length, other.length),
  )
  // An equal unit is not enough: 12场 and 3场 may be in one paragraph.
  return agrees && (common[0] as number) + (common[1] as number) >= 3
}

/** Whether two quotations of a number have the same value and limits. */
const saysTheSame = (a: SourceQuantity, b: SourceQuantity) =>
  a.value === b.value && a.word === b.word

/** Quotations of the place an observation was taken from that give another number. */
function checkQuotes(
  observations: readonly WrittenObservation[],
  references: readonly WrittenReference[],
): Problem[] {
  // A phrase that contradicts its own observation is reported by another check.
  const quoted = observations
    .flatMap((each) => {
      const { source: own } = each.observation
      return own ? [{ ...each, own, figures: parseSourceQuantities(meantPhrase(own)) }] : []
    })
    .filter(({ observation, figures }) => figures.some(({ value }) => value === observation.value))
  return references.flatMap(({ source, path, document }) =>
    parseSourceQuantities(meantPhrase(source)).flatMap((figure) => {
      const other = quoted.find(({ own, figures }) => {
        const isPlace =
          own.document === source.document &&
          own.section === source.section &&
          own.paragraph === source.paragraph
        const same = isPlace ? figures.filter((each) => isSameQuote(each, figure)) : []
        return same.length > 0 && !same.some((each) => saysTheSame(each, figure))
      })
      if (!other) return []
      const line = lineOf(other.document, [...other.path, 'source', 'phrase'])
      const [here, there] = [source, other.own].map(({ phrase, misprint }) =>
        misprint ? `${quote(phrase)}（印错，应为${quote(misprint.meant)}）` : quote(phrase),
      )
      return problemAt(document, [...path, 'phrase'], {
        found: `原词${here}，另一处写作${there}`,
        expected: `同一句话里同一个数（${other.document.file} 第 ${line} 行，${other.observation.id}）`,
        hint: '对照原文，改正错的一处；改了一个数，引它的原词都要改。原文印错的，照印，引它的各处都写同一条 misprint',
      })
    }),
  )
}

/** Source references that name a part which does not exist, correct nothing, or contradict the observation they quote. */
export function checkSources(
  registers: Registers,
  observations: readonly WrittenObservation[],
): Problem[] {
  const references = sourceReferences(registers)
  const isOwn = ({ path, document }: WrittenReference) =>
    observations.some(
      (each) => each.document === document && path.length === 2 && each.path[0] === path[0],
    )
  return [
    ...checkParts(registers, references),
    ...checkQuotes(
      observations,
      references.filter((reference) => !isOwn(reference)),
    ),
  ]
}
