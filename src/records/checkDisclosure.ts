import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { statusLabel } from '../schemas/undisclosed.ts'
import type { WrittenObservation } from '../sets/define.ts'

/** Values that contradict their disclosure status: a number marked 未公布, or no number marked 已刊载. */
export function checkDisclosure(observations: readonly WrittenObservation[]): Problem[] {
  return observations.flatMap(({ observation: { value, status }, path, document }) => {
    const withheld = status === 'undisclosed' || status === 'not-applicable'
    if (withheld === (value === null)) return []
    const words = withheld
      ? {
          found: `数值 ${value}，而状态是“${statusLabel[status]}”（${status}）`,
          expected: 'null',
          hint: '没有公布的数一律写 null，不写 0；已经公布的，把 status 改为 reported',
        }
      : {
          found: `没有数值，而状态是“${statusLabel[status]}”（${status}）`,
          expected: '数值',
          hint: '填上数值；没有公布的，把 status 改为 undisclosed',
        }
    return [problemAt(document, [...path, 'value'], words)]
  })
}
