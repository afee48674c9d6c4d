import { nearestName } from '../documents/nearestName.ts'
import { type RecordSheet, recordSheets } from '../workbook/sheets.ts'
import { refuse } from './commandArguments.ts'

/** The edition that a command is for: the one that is asked for, or the newest; ends the command when there is none. */
export function askedEdition(asked: string | undefined, years: readonly number[]): number {
  const newest = years.at(-1)
  if (newest === undefined) refuse('data/ 里没有任何一版的数据；核对 CONTENT_ROOT 指向的文件夹')
  if (asked === undefined) return newest
  if (!years.map(String).includes(asked))
    refuse(`没有 ${asked} 版；--edition 后面写已有的一版：${years.join('、')}`)
  return Number(asked)
}

/** The list of records that is asked for, by its name or its title; ends the command when there is none. */
export function askedDataset(asked: string): RecordSheet {
  const found = recordSheets.find(({ name, title }) => name === asked || title === asked)
  if (found) return found
  const near = nearestName(
    asked,
    recordSheets.map(({ name }) => name),
  )
  const all = recordSheets.map(({ name, title }) => `  ${name} ${title}`)
  return refuse(`没有数据集“${asked}”${near ? `；是不是 ${near}` : ''}。有这些：`, ...all)
}
