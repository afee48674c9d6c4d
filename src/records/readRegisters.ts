import { type Problem, sortProblems } from '../documents/problem.ts'
import { keepUnchanged } from '../documents/unchanged.ts'
import { plainCopy } from '../facts/copy.ts'
import { inOrder } from '../facts/corrections.ts'
import { formatSource } from '../facts/source.ts'
import { checkPhotos } from '../photos/checkPhotos.ts'
import { shownPhotos } from '../photos/shownPhotos.ts'
import type { EarlierEdition } from '../schemas/earlier.ts'
import type { Listing } from '../schemas/listing.ts'
import type { Edition } from '../sets/edition.ts'
import { editionSchema, hasMap } from '../sets/edition.ts'
import { chapterIds } from './chapterIds.ts'
import { checkCaveats, withCurrentCaveats } from './checkCaveats.ts'
import { checkCounts } from './checkCounts.ts'
import { checkDisclosure } from './checkDisclosure.ts'
import { checkKeys } from './checkKeys.ts'
import { checkPhrases } from './checkPhrases.ts'
import { checkReferences } from './checkReferences.ts'
import { checkReleased } from './checkReleased.ts'
import { checkSets } from './checkSets.ts'
import { checkSources } from './checkSources.ts'
import { checkTowns } from './checkTowns.ts'
import { checkWithdrawn } from './checkWithdrawn.ts'
import { editionPages } from './editionPages.ts'
import { knownKeys } from './knownKeys.ts'
import { writtenObservations } from './observations.ts'
import { withOwnEntries } from './ownEntries.ts'
import { readChapters, type WrittenChapter } from './readChapters.ts'
import { isDraft, listEditions, loadRegisters, type Registers } from './registers.ts'

export { listEditions }

/** Everything wrong in the records of one edition: each file alone, then the files together. */
export function checkRegisters(root: string, registers: Registers): Problem[] {
  const observations = writtenObservations(registers)
  const indicators = observations.map(({ observation }) => observation)
  const known = knownKeys(registers, chapterIds(root, registers.year))
  const everyChapter = listEditions(root).flatMap((year) => chapterIds(root, year) ?? [])
  return [
    ...registers.problems,
    ...checkKeys(registers),
    ...checkReferences(registers, known, everyChapter),
    ...checkSources(registers, observations),
    ...checkCaveats(observations),
    ...checkCounts(registers, indicators),
    ...checkDisclosure(observations),
    ...checkPhrases(registers, observations),
    ...checkTowns(registers),
    ...checkSets(registers, observations),
    ...checkReleased(registers, observations),
    ...checkWithdrawn(registers, known),
    ...checkPhotos(root, registers.year, registers.byName.get('captions')?.document),
  ]
}

/** The records of one edition, as written and as pages use them. */
export interface LoadedEdition {
  year: number
  isDraft: boolean
  registers: Registers
  /** Undefined if the records do not fit the schema. */
  edition?: Edition
  /** What other editions' pages need of it; undefined if the edition or its cover is missing. */
  listing?: Listing
}

/** What other editions' pages need of an edition. */
function listingOf(
  edition: Edition,
  chapters: readonly WrittenChapter[],
  isDraft: boolean,
): Listing | undefined {
  const { year } = edition
  const cover = chapters.find(({ id }) => id === 'edition')?.frontMatter
  if (!cover) return undefined
  const pages = editionPages({
    year,
    chapters: chapters.map(({ id }) => id),
    figures: edition.figures.map(({ id }) => id),
    hasMap: hasMap(edition),
  })
  const title = cover.title.replaceAll('|', ' ')
  const corrections = inOrder(edition.corrections).map((each) => ({
    ...each,
    label: edition.indicators.find(({ id }) => id === each.indicator)?.label ?? each.indicator,
    reason: plainWords(each.reason, edition),
    source: each.source && formatSource(each.source, edition.sources),
  }))
  return { year, isDraft, title, lede: plainWords(cover.lede, edition), pages, corrections }
}

/** A text with its placeholders replaced, or unchanged if one of them names nothing. */
function plainWords(text: string, edition: Edition): string {
  try {
    return plainCopy(text, edition)
  } catch {
    // Unknown placeholders are reported by another check.
    return text
  }
}

const parsed = keepUnchanged<Edition | undefined>()

/** Reads the records of one edition, each file once. */
export function loadEdition(root: string, year: number): LoadedEdition {
  const registers = loadRegisters(root, year)
  const loaded = { year, isDraft: isDraft(root, year), registers }
  const documents = [...registers.byName].map(([name, { document }]) => [name, document] as const)
  // What follows a syntax error is guessed, so it must not reach a page.
  if (documents.some(([, document]) => document.salvagedKeys)) return loaded
  const inputs = documents.map(([, document]) => document)
  const edition = parsed(`${root} ${year}`, inputs, () => {
    const values = documents.map(([name, document]) => [name, document.value])
    return editionSchema.safeParse({ year, ...Object.fromEntries(values) }).data
  })
  if (!edition) return loaded
  const { chapters } = readChapters(root, year)
  const listing = listingOf(edition, chapters, loaded.isDraft)
  const own = withOwnEntries(withCurrentCaveats(edition), chapters)
  const photos = shownPhotos(root, year, own.captions)
  return { ...loaded, edition: { ...own, photos }, ...(listing && { listing }) }
}

/** The numbers of an edition, as later ones compare theirs with them. */
const numbersOf = ({ year, indicators }: Edition): EarlierEdition => ({
  year,
  indicators: indicators.map(
    ({ id, value, unit, qualifier, period, status, source, definitionId }) => ({
      ...{ id, value, unit, qualifier, period, status, source },
      ...(definitionId && { definitionId }),
    }),
  ),
})

/** Reads the records of several editions, ascending; each knows the numbers of the published ones before it, and nothing of those after. */
export function loadEditions(root: string, years = listEditions(root)): LoadedEdition[] {
  const all = years.map((year) => loadEdition(root, year))
  return all.map((loaded) => {
    if (!loaded.edition) return loaded
    const before = all.filter(({ year, isDraft }) => year < loaded.year && !isDraft)
    const earlier = before.flatMap(({ edition }) => (edition ? numbersOf(edition) : []))
    return { ...loaded, edition: { ...loaded.edition, earlier } }
  })
}

/** The records of one edition and every problem in them; `edition` is undefined if they do not fit the schema. */
export function readRegisters(
  root: string,
  year: number,
): { edition?: Edition; problems: Problem[] } {
  const { registers, edition } = loadEdition(root, year)
  return { ...(edition && { edition }), problems: sortProblems(checkRegisters(root, registers)) }
}
