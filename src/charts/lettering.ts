function emOf(character: string): number {
  if (/[0-9]/.test(character)) return 0.56
  if (/[.,:;'|]/.test(character)) return 0.3
  if (character === '%') return 0.9
  return character.charCodeAt(0) < 0x250 ? 0.6 : 1
}

/** The estimated width of lettering of a size, in user units, with the gaps between Han and digits. */
export function widthOf(content: string, size: number): number {
  const joints = content.match(/\p{Script=Han}[0-9]|[0-9%]\p{Script=Han}/gu)?.length ?? 0
  return size * ([...content].reduce((sum, character) => sum + emOf(character), 0) + joints / 8)
}

// A digit run keeps its unit; closing punctuation never starts a line, opening never ends one.
const unbreakable =
  /[（《“‘]*(?:[0-9.,%]+[\p{Script=Han}]?|[a-zA-Z]+|.)[，。；：、！？）》”’％]*/gu

function fill(pieces: readonly string[], size: number, width: number): string[] {
  const filled: string[] = []
  for (const piece of pieces) {
    const line = filled.at(-1)
    if (line !== undefined && widthOf(line + piece, size) <= width) filled[filled.length - 1] += piece
    else filled.push(piece)
  }
  return filled
}

/** Words broken into lines no wider than `width`, as few and as even as they can be. */
export function wrap(content: string, size: number, width: number): string[] {
  const pieces = content.match(unbreakable) ?? []
  const greedy = fill(pieces, size, width)
  if (greedy.length < 2) return greedy
  let even = greedy
  for (let narrower = width - size / 2; narrower > size; narrower -= size / 2) {
    const tried = fill(pieces, size, narrower)
    if (tried.length > greedy.length) break
    even = tried
  }
  return even
}
