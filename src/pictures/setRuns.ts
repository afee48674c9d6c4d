import { widthOf } from '../charts/lettering.ts'
import { element, escapeText, tidy } from '../charts/markup.ts'
import type { Run } from './shareCard.ts'

/** Phrases set in lines no wider than `width`, broken only between phrases; a phrase too long for a line is broken anywhere. */
export function breakPhrases(phrases: readonly Run[][], size: number, width: number): Run[][] {
  const wide = (runs: readonly Run[]) => widthOf(runs.map(({ text }) => text).join(''), size)
  const lines: Run[][] = []
  const add = (phrase: readonly Run[]) => {
    const last = lines.at(-1)
    if (last && wide([...last, ...phrase]) <= width) last.push(...phrase)
    else lines.push([...phrase])
  }
  for (const phrase of phrases) {
    if (wide(phrase) <= width) {
      add(phrase)
      continue
    }
    for (const { text, qualifier } of phrase)
      for (const character of text) {
        const closing = /[，。；：、！？）》”’%]/.test(character)
        if (closing && lines.length > 0) lines.at(-1)?.push({ text: character, qualifier })
        else add([{ text: character, qualifier }])
      }
  }
  return lines.map(join)
}

/** Neighbouring runs of one kind made one. */
function join(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.qualifier === run.qualifier) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}

/** One line of runs on baseline y, qualifiers in cinnabar. */
export function setLine(
  runs: readonly Run[],
  x: number,
  y: number,
  size: number,
  mark: string,
): string {
  const inside = runs.map(({ text, qualifier }) =>
    qualifier ? element('tspan', { class: 'ta' }, escapeText(text)) : escapeText(text),
  )
  return element('text', { class: mark, x: tidy(x), y: tidy(y), 'font-size': size }, ...inside)
}
