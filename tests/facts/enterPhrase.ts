import { formatBound } from '../../src/facts/boundWord.ts'
import { compareWithPhrase } from '../../src/facts/comparePhrase.ts'
import { parseSourceQuantities } from '../../src/facts/sourceQuantity.ts'
import { allBoundWords } from '../../src/schemas/bound.ts'
import { type Qualifier, qualifierSchema } from '../../src/schemas/observation.ts'
import { observe, plainWords } from './plainWords.ts'

/** A phrase of a report with its number and the number's limit as readers understand it. */
export interface ReadPhrase {
  phrase: string
  number: string | null
  unit: string | null
  limit: string
}

/** What happens to a phrase, however its number is recorded. */
export interface Outcome {
  /** `share`: exact, but only as a percentage; `worded`: with a bound or a scope. */
  entered: 'exact' | 'share' | 'worded' | 'refused'
  /** Why an exact number is refused. */
  reasons: string[]
}

const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }

/** The number that readers understand in a phrase, with the units in which it may be recorded. */
function candidates({ phrase, number, unit }: ReadPhrase) {
  const scale = [...(/^[十百千万亿]*/.exec(unit ?? '')?.[0] ?? '')]
  const factor = scale.reduce((product, each) => product * (scales[each] ?? 1), 1)
  const values = (number ?? '').match(/[\d.]+/g)?.map((each) => Number(each) * factor) ?? []
  const figures = parseSourceQuantities(phrase)
  const meant = figures.filter(({ value }) => values.some((each) => Math.abs(each - value) < 1e-6))
  return (meant.length > 0 ? meant : figures).flatMap((figure) => {
    const bare = unit?.slice(scale.length)
    const units = bare ? [bare] : [1, 2, 3].map((length) => figure.after.slice(0, length))
    return units.filter(Boolean).map((each) => ({ figure, unit: each }))
  })
}

/**
 * Records the number of a phrase in every way that the schema allows, with the given label, and returns what happens.
 */
export function enter(read: ReadPhrase, label = '某事'): Outcome {
  const found = candidates(read)
  const reasons = found.length === 0 ? ['no number'] : []
  const outcome: Outcome = { entered: 'refused', reasons }
  for (const { figure, unit } of found) {
    const { value, verb, numerals, scope } = figure
    const ways: Qualifier[] = [null, scope].flatMap((each) => [
      { bound: 'exact' as const, verb, numerals, scope: each },
      ...allBoundWords.map(({ bound, word }) => ({
        bound,
        word: word as Qualifier['word'],
        verb,
        numerals,
        scope: each,
      })),
    ])
    for (const qualifier of ways) {
      const observation = observe(read.phrase, value, unit, { qualifier, label })
      const compared = compareWithPhrase(observation, plainWords)
      const isBare = formatBound(qualifier) === null && qualifier.scope === null
      if (!compared || !qualifierSchema.safeParse(qualifier).success) continue
      const { differences, limits } = compared
      if (differences.length + limits.length > 0) {
        if (isBare)
          outcome.reasons.push(
            ...differences.map(({ field }) => field),
            ...limits.map(({ kind }) => kind),
          )
      } else if (!isBare) {
        if (outcome.entered === 'refused') outcome.entered = 'worded'
      } else if (unit === '%') outcome.entered = 'share'
      else return { ...outcome, entered: 'exact' }
    }
  }
  return { ...outcome, reasons: [...new Set(outcome.reasons)] }
}

/** A label as an editor may form it from a phrase: its words without the number and what is recorded with it. */
export function labelFrom(phrase: string): string {
  const [figure] = parseSourceQuantities(phrase)
  return figure ? `${figure.before}，${figure.after}` : phrase
}
