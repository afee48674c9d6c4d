const unit = '公里|个村社|个镇街|个环节|人次|[个家位场次件篇份条段张类组部版年月日]'

const number = new RegExp(`(第?\\d+(?:[.~]\\d+)*(?:%|万)?余?(?:${unit})?)`)

/** Text cut at its numbers: every second run is one, with its ordinal mark, its qualifier and its unit. */
export const splitNumbers = (text: string): string[] => text.split(number)
