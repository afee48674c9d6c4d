function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}

/** The candidate that a misspelt word most likely stands for; undefined if none is close. */
export function nearestName(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase()
  const maxSteps = word.length < 4 ? 1 : Math.max(2, word.length / 3)
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const steps = distance(folded, candidate.toLowerCase())
    if (steps <= maxSteps && (!best || steps < best.distance)) {
      best = { candidate, distance: steps }
    }
  }
  return best?.candidate
}
