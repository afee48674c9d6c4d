/** A run of a text, by offsets. */
export interface Stretch {
  start: number
  end: number
}

/** Where a folded part occurs in a folded text. */
export function occurrences(text: string, part: string): Stretch[] {
  const found: Stretch[] = []
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) {
    found.push({ start: at, end: at + part.length })
  }
  return found
}

/** Stretches of a folded text that hold every folded part, the shortest among them; none where a part is missing. */
export function spans(text: string, parts: readonly string[]): Stretch[] {
  const places = parts
    .flatMap((part, index) => occurrences(text, part).map((place) => ({ ...place, index })))
    .sort((a, b) => a.start - b.start)
  const last = new Map<number, Stretch>()
  const found: Stretch[] = []
  for (const { index, ...place } of places) {
    last.set(index, place)
    if (last.size < parts.length) continue
    const seen = [...last.values()]
    const start = Math.min(...seen.map((one) => one.start))
    const end = Math.max(...seen.map((one) => one.end))
    found.push({ start, end })
  }
  return found
}

/** Stretches in order, those that touch joined. */
export function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
