import { type Disagreement, disagreements } from '../facts/sourceFigure.ts'
import { lineOf, problemAt } from './document.ts'
import { quote } from './excerpt.ts'
import type { WrittenObservation } from './observations.ts'
import type { Problem } from './problem.ts'

const fieldNames: Record<Disagreement['field'], string> = {
  value: '数',
  unit: '单位',
  bound: '界（bound）',
  verb: '动词（verb）',
  scope: '范围（scope）',
  numerals: '数字写法（numerals）',
}

/** Observations whose value, unit or qualifier is not what the source's own words say. */
export function checkPhrases(observations: readonly WrittenObservation[]): Problem[] {
  return observations.flatMap(({ observation, path, document }) => {
    if (observation.value === null) return []
    const { phrase } = observation.source
    const at = [...path, 'source', 'phrase']
    const differences = disagreements(observation)
    if (!differences) {
      const found = `原词${quote(phrase)}里没有数字`
      const hint = '摘录含有这个数的原词，不超过二十字'
      return [problemAt(document, at, { found, expected: '含有这个数的原词', hint })]
    }
    return differences.map(({ field, phrase: says, recorded }) => {
      const inValue = field === 'value' || field === 'unit'
      const place = [...path, ...(inValue ? [field] : ['qualifier', field])]
      return problemAt(document, at, {
        found: `原词${quote(phrase)}的${fieldNames[field]}：${says}`,
        expected: `与第 ${lineOf(document, place)} 行的 ${field} 一致（${recorded}）`,
        hint: `对照原文，改正 ${observation.id} 的 ${field} 或 phrase`,
      })
    })
  })
}
