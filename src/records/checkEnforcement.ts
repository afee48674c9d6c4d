import { sum } from 'd3'
import { lineOf, problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { formatQuantity } from '../facts/wording.ts'
import { completeMonths } from '../sets/completeMonths.ts'
import { supervisionSchema } from '../sets/supervision.ts'
import type { WrittenObservation } from './observations.ts'
import { bearsOut, decimalsOf } from './recorded.ts'
import type { Registers } from './registers.ts'

/** Declines that the monthly counts and those of their base do not bear out, once all of a decline's months are recorded. */
export function checkEnforcement(
  registers: Registers,
  observations: readonly WrittenObservation[],
): Problem[] {
  const document = registers.byName.get('supervision')?.document
  const { data } = supervisionSchema.safeParse(document?.value)
  if (!document || !data) return []
  return data.declines.flatMap(({ indicator, counts }) => {
    const stated = observations.find(({ observation }) => observation.id === indicator)
    const months = completeMonths(data.enforcement, counts)
    if (!months || !stated || stated.observation.value === null) return []
    const { value, qualifier } = stated.observation
    const before = sum(months, (month) => month.before)
    // Divided last, so that a share that is whole stays whole: 1 − 0.43 is not 0.57.
    const share = ((before - sum(months, (month) => month.now)) * 100) / before
    if (before > 0 && bearsOut(share, { value, qualifier })) return []
    const places = decimalsOf(value) + (qualifier.bound === 'exact' ? 0 : 1)
    return problemAt(document, ['enforcement'], {
      found:
        before > 0
          ? `按月合计得出的降幅 ${Number(share.toFixed(places))}%`
          : '基期各月合计为 0，得不出降幅',
      expected: `${formatQuantity(stated.observation)}（指标 ${indicator}，${stated.document.file} 第 ${lineOf(stated.document, stated.path)} 行起）`,
      hint: '核对各月与基期同月的数，或更正指标',
    })
  })
}
