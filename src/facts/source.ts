import type { SourceReference } from '../schemas/observation.ts'
import { hanNumeral } from './number.ts'

/** The part and paragraph of a source reference: 原文第二部分第一段. */
export function wordPlace({ section, paragraph }: SourceReference): string {
  return `原文${section}第${hanNumeral(paragraph)}${section === '图注' ? '条' : '段'}`
}

/** A source reference in words: 原文第二部分第一段，“30余位委员”. */
export function wordSource(source: SourceReference): string {
  const { phrase } = source
  const quoted = phrase.replaceAll('“', '‘').replaceAll('”', '’')
  return `${wordPlace(source)}，“${quoted}”`
}
