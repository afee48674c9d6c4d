import type { Document } from '../documents/document.ts'
import { problemAt } from '../documents/document.ts'
import { positionAt } from '../documents/position.ts'
import type { Problem } from '../documents/problem.ts'
import type { Registers } from '../records/registers.ts'
import type { CheckedChapter } from './checkChapter.ts'

const placed = [
  { register: 'figures', component: 'Figure', noun: '图' },
  { register: 'captions', component: 'Plate', noun: '图注' },
] as const

interface Entry {
  id: string
  chapter: string
  index: number
}

function entriesOf(document: Document | undefined): Entry[] {
  if (!document || !Array.isArray(document.value)) return []
  return document.value.flatMap((value, index) => {
    const { id, chapter } = (value ?? {}) as Record<string, unknown>
    return typeof id === 'string' && typeof chapter === 'string' ? [{ id, chapter, index }] : []
  })
}

/** Figures and captions that prose uses twice, in the wrong chapter, or nowhere. */
export function checkPlacement(
  registers: Registers,
  chapters: readonly CheckedChapter[],
): Problem[] {
  const homes = new Set(chapters.map(({ chapter }) => chapter.id))
  return placed.flatMap(({ register, component, noun }) => {
    const document = registers.byName.get(register)?.document
    const entries = entriesOf(document)
    const problems: Problem[] = []
    const seen = new Map<string, string>()
    for (const { chapter, uses } of chapters) {
      for (const { name, id, offset } of uses) {
        if (name !== component) continue
        const entry = entries.find((each) => each.id === id)
        const place = positionAt(chapter.text, offset)
        const report = (found: string, expected: string, hint: string) =>
          problems.push({ file: chapter.file, ...place, found, expected, hint })
        const earlier = seen.get(id)
        if (earlier) report(`重复放置的${noun}“${id}”`, '每幅只放一次', `${earlier} 已经放过`)
        else seen.set(id, `${chapter.file}:${place.line}`)
        if (entry && entry.chapter !== chapter.id && homes.has(entry.chapter)) {
          const hint = `移到那一章，或改 ${register}.json 里的 chapter`
          report(`放错章的${noun}“${id}”`, `放在 ${entry.chapter}.mdx`, hint)
        }
      }
    }
    for (const { id, chapter, index } of entries) {
      const home = chapters.find((each) => each.chapter.id === chapter)
      if (!document || !home?.complete || seen.has(id)) continue
      const found = `没有放进正文的${noun}“${id}”`
      const expected = `${home.chapter.file} 里的 <${component} id="${id}" />`
      const hint = '在该章的合适处单独一行写上它'
      problems.push(problemAt(document, [index, 'id'], { found, expected, hint }))
    }
    return problems
  })
}
