import type { SourceReference } from '../schemas/observation.ts'
import { hanNumeral } from './number.ts'

/** The place of a source reference in words: 原文第二部分第一段，“30余位委员”. */
export function wordSource(source: SourceReference): string {
  const { section, paragraph, phrase } = source
  const unit = section === '图注' ? '条' : '段'
  const quoted = phrase.replaceAll('“', '‘').replaceAll('”', '’')
  return `原文${section}第${hanNumeral(paragraph)}${unit}，“${quoted}”`
}
