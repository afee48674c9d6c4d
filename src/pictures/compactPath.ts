/** How many numbers each path command takes; the last pair is where it ends. */
const arity: Record<string, number> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 }

const tidy = (value: number) => Math.round(value * 100) / 100

/**
 * Absolute path data (M, L, Q, C, Z) as relative, in hundredths of a unit, without accumulating rounding errors; other
 * data unchanged.
 */
export function compactPath(data: string): string {
  const tokens = data.match(/[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  let written = ''
  for (let at = 0; at < tokens.length; ) {
    const command = tokens[at] as string
    const count = arity[command]
    if (count === undefined) return data
    const numbers = tokens.slice(at + 1, at + 1 + count).map(Number)
    at += 1 + count
    if (command === 'Z') {
      written += 'z'
      ;[x, y] = [startX, startY]
      continue
    }
    const relative = numbers.map((value, index) => tidy(value - (index % 2 === 0 ? x : y)))
    written += (command.toLowerCase() + relative.join(' ')).replaceAll(' -', '-')
    x = tidy(x + (relative.at(-2) ?? 0))
    y = tidy(y + (relative.at(-1) ?? 0))
    if (command === 'M') [startX, startY] = [x, y]
  }
  return written.replaceAll(/(^|[^\d.])(-?)0\./g, '$1$2.')
}
