import { undisclosed } from '../facts/wording.ts'
import { wordsAt } from '../schemas/bound.ts'

const unit = '公里|个村社|个镇街|个环节|人次|[个家位场次件篇份条段张类组部版年月日]'

/** Marks that close what stands before them; the last one stays with an opening mark, which closes up to it. */
const closing = '(?:[，。、；：！？）》”’」』…]+(?![（《“‘「『]))?'

const opened = new RegExp(`^${closing}`)

/** The marks at a text's beginning that stay on the line of what stands before it. */
export const marksOf = (text = ''): string => opened.exec(text)?.[0] ?? ''

const kept = new RegExp(
  `((?:第\\p{Script=Han}\\p{Script=Han}?[段条]|第?\\d+(?:[.,～]\\d+)*(?:%|万)?(?:${wordsAt('inside').join('|')})?万?(?:${unit})?(?:${wordsAt('after').join('|')})?|${undisclosed})${closing})`,
  'u',
)

/**
 * Text cut at what stays on one line: every second run is a number, with its ordinal mark, its qualifier and its unit,
 * or says that something is not published; the marks after it stay with it, for a browser that must break a line
 * somewhere breaks before them.
 */
export const keptRuns = (text: string): string[] => text.split(kept)
