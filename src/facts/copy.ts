import type { Observation } from '../schemas/observation.ts'
import { findIndicator } from './indicator.ts'
import { formatQuantity } from './wording.ts'

/** When something happened, as a placeholder in copy names it. */
interface Time {
  id: string
  /** In words. */
  label: string
  /** Machine-readable: a year, or a year and month. */
  datetime: string
}

/** A part of copy: plain text, a bound quantity, a bound time, or words computed from records. */
export type CopyPart =
  | { kind: 'text'; text: string }
  | { kind: 'generated'; text: string }
  | { kind: 'quantity'; text: string; observation: Observation }
  | { kind: 'time'; text: string; event: Time }

/** The registers that placeholders in copy refer to. */
export interface CopyRegisters {
  indicators: readonly Observation[]
  timeline: readonly Time[]
}

/** Matches `{consultation.sessions}` and `{when:mechanism-2023}`. */
export const placeholder = /\{(when:)?([a-z0-9.-]+)\}/g

/** The event of a time placeholder; throws naming the id when there is none. */
export function findEvent<Event extends Pick<Time, 'id'>>(
  timeline: readonly Event[],
  id: string,
): Event {
  const found = timeline.find((event) => event.id === id)
  if (!found) throw new Error(`没有编号为“${id}”的时间记录，请核对 timeline.json`)
  return found
}

/** Copy with its placeholders bound; throws on an unknown placeholder. */
export function bindCopy(copy: string, registers: CopyRegisters): CopyPart[] {
  const parts: CopyPart[] = []
  let end = 0
  for (const match of copy.matchAll(placeholder)) {
    if (match.index > end) parts.push({ kind: 'text', text: copy.slice(end, match.index) })
    const id = match[2] as string
    if (match[1]) {
      const event = findEvent(registers.timeline, id)
      parts.push({ kind: 'time', text: event.label, event })
    } else {
      const observation = findIndicator(registers.indicators, id)
      parts.push({ kind: 'quantity', text: formatQuantity(observation), observation })
    }
    end = match.index + match[0].length
  }
  if (end < copy.length) parts.push({ kind: 'text', text: copy.slice(end) })
  return parts
}

/** The text of parts of copy, without the marks of line breaks. */
export function plainParts(parts: readonly CopyPart[]): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text.replaceAll('|', '') : part.text))
    .join('')
}

/** Copy as plain text with every placeholder in words: for alternative text, CSV and search. */
export function plainCopy(copy: string, registers: CopyRegisters): string {
  return plainParts(bindCopy(copy, registers))
}

const breakPoint = /\||(?<=[，。；：、])(?=[^，。；：、！？”’）》」』…|])/

/** Parts of copy grouped by phrase: a phrase ends where a line may break, and after punctuation. */
export function splitPhrases(parts: readonly CopyPart[]): CopyPart[][] {
  const phrases: CopyPart[][] = [[]]
  for (const part of parts) {
    if (/[，。；：、]$/.test(phrases.at(-1)?.at(-1)?.text ?? '')) phrases.push([])
    const [first = '', ...others] = part.kind === 'text' ? part.text.split(breakPoint) : [part.text]
    if (first) phrases.at(-1)?.push({ ...part, text: first })
    for (const text of others) phrases.push(text ? [{ kind: 'text', text }] : [])
  }
  return phrases.filter((phrase) => phrase.length > 0)
}

const clauseEnd = /(?<=[，。；：])\|/

/** Parts of copy grouped by clause: a clause ends where a line may break after punctuation that ends a clause. */
export function splitClauses(parts: readonly CopyPart[]): CopyPart[][] {
  const clauses: CopyPart[][] = [[]]
  for (const part of parts) {
    const [first = '', ...others] = part.kind === 'text' ? part.text.split(clauseEnd) : [part.text]
    clauses.at(-1)?.push({ ...part, text: first })
    for (const text of others) clauses.push([{ kind: 'text', text }])
  }
  return clauses
}
