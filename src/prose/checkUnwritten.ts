import type { Problem } from '../documents/problem.ts'
import { toWrite } from '../schemas/toWrite.ts'
import type { Passage } from './passage.ts'

/** Placeholders for unwritten words in a published edition, reported once per file. */
export function checkUnwritten(passages: readonly Passage[]): Problem[] {
  const unwritten = passages.filter(({ text }) => text.trim() === toWrite)
  return [...Map.groupBy(unwritten, ({ file }) => file)].map(([file, [first, ...others]]) => ({
    file,
    ...(first as Passage).positionOf(0, toWrite.length),
    found: `还没有写的“${toWrite}”，这个文件里 ${others.length + 1} 处`,
    expected: '已发布的一版里写好的话',
    hint: '写上，不要的小标题连同它一起删去；还没写完，edition.json 里的 status 写 draft',
  }))
}
