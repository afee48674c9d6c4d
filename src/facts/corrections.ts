import type { Correction } from '../schemas/corrections.ts'
import type { Observation } from '../schemas/observation.ts'
import { formatDate, formatPeriod, formatQuantity } from './wording.ts'

/** What a correction of an observation must end in: its wording, or its period in words. */
export const correctedWords = (observation: Observation, field: Correction['field']): string =>
  field === 'period' ? formatPeriod(observation.period) : formatQuantity(observation)

/** The corrections in the order in which they were made, those of one day as they are listed. */
export const inOrder = <Dated extends Pick<Correction, 'date'>>(
  corrections: readonly Dated[],
): Dated[] => corrections.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

/** The corrections of one number, oldest first; none for most. */
export const correctionsOf = (corrections: readonly Correction[], indicator: string) =>
  inOrder(corrections.filter((each) => each.indicator === indicator))

/** A correction in a sentence, without the number's name: 2026年12月1日更正，12场改为11场：会后补记。 */
export const formatCorrection = ({
  field,
  old,
  new: now,
  date,
  reason,
}: Omit<Correction, 'indicator'>): string =>
  `${formatDate(date)}更正，${field === 'period' ? '期间' : ''}${old}改为${now}：${reason}`

/** What a corrected number said before, and when it was corrected: 原作12场，2026年12月1日更正. */
export const formatCorrected = ({ field, old, date }: Correction): string =>
  `${field === 'period' ? '期间' : ''}原作${old}，${formatDate(date)}更正`
