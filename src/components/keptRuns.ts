import { undisclosed } from '../facts/wording.ts'
import { wordsAt } from '../schemas/bound.ts'

const unit = '公里|个村社|个镇街|个环节|人次|[个家位场次件篇份条段张类组部版年月日]'

/**
 * Marks that close what is before them; the last one stays with an opening mark that follows it, because the two are
 * set close together.
 */
const closing = '(?:[，。、；：！？）》”’」』…]+(?![（《“‘「『]))?'

const opened = new RegExp(`^${closing}`)

/** The marks at the beginning of a text that stay on the line of what is before them. */
export const marksOf = (text = ''): string => opened.exec(text)?.[0] ?? ''

const kept = new RegExp(
  `((?:第\\p{Script=Han}\\p{Script=Han}?[段条]|第?\\d+(?:[.,～]\\d+)*(?:%|万)?(?:${wordsAt('inside').join('|')})?万?(?:${unit})?(?:${wordsAt('after').join('|')})?|${undisclosed})${closing})`,
  'u',
)

/**
 * Text cut at what stays on one line: every second piece is a number with its ordinal mark, qualifier and unit, or
 * words saying that something is not published. The marks after it belong to the piece, because a browser that must
 * break a line would break before them.
 */
export const keptRuns = (text: string): string[] => text.split(kept)
