import type { Observation, SourceReference } from '../schemas/observation.ts'
import type { SourceDocument } from '../schemas/sources.ts'
import { formatHanNumeral } from './formatNumeral.ts'

/** The words of a source, with misprints corrected. */
export const meantPhrase = ({ phrase, misprint }: SourceReference): string =>
  misprint?.meant ?? phrase

/** Words in quotation marks. */
const quoted = (words: string) => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** The part and paragraph of a source reference: 原文第二部分第一段. */
export function formatSourcePlace(
  { document, section, paragraph }: SourceReference,
  sources: readonly SourceDocument[],
): string {
  const source = sources.find(({ id }) => id === document)
  const each = source?.parts?.find(({ name }) => name === section)?.each ?? '段'
  return `${source?.short ?? source?.title ?? ''}${section}第${formatHanNumeral(paragraph)}${each}`
}

/** A source reference in words: 原文第二部分第一段，“30余位委员”; a misprint is given with its correction. */
export function formatSource(source: SourceReference, sources: readonly SourceDocument[]): string {
  const { phrase, misprint } = source
  const correction = misprint
    ? `（此处印错，应为${quoted(misprint.meant)}：${misprint.reason}）`
    : ''
  return `${formatSourcePlace(source, sources)}，${quoted(phrase)}${correction}`
}

/** The main source of an edition: the document that most of its indicators cite; undefined if none cites any. */
export function mainSource({
  indicators,
  sources,
}: {
  indicators: readonly Observation[]
  sources: readonly SourceDocument[]
}): SourceDocument | undefined {
  const times = (id: string) => indicators.filter(({ source }) => source?.document === id).length
  const most = sources.toSorted((a, b) => times(b.id) - times(a.id))[0]
  return most && times(most.id) > 0 ? most : undefined
}
