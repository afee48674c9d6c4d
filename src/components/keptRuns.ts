import { undisclosed } from '../facts/wording.ts'

const unit = '公里|个村社|个镇街|个环节|人次|[个家位场次件篇份条段张类组部版年月日]'

const kept = new RegExp(`(第?\\d+(?:[.,~]\\d+)*(?:%|万)?余?万?(?:${unit})?|${undisclosed})`)

/**
 * Text cut at what stays on one line: every second run is a number, with its ordinal mark, its qualifier and its unit,
 * or says that something is not published.
 */
export const keptRuns = (text: string): string[] => text.split(kept)
