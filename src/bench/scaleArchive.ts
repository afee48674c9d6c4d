/** A page of the generated archive: invented words with the frequencies of written Chinese, no real text. */
export interface GeneratedPage {
  file: string
  title: string
  sections: { title: string; text: string }[]
}

/** How large an edition is: its pages, the characters and the sections of each. */
export interface EditionSize {
  pages: number
  length: number
  sections: number
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The common characters of GB 2312, in its order. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb2312')
  const rows = Array.from({ length: 0xd8 - 0xb0 }, (_, row) => 0xb0 + row)
  const cells = Array.from({ length: 0xff - 0xa1 }, (_, cell) => 0xa1 + cell)
  return rows
    .flatMap((row) => cells.map((cell) => decoder.decode(new Uint8Array([row, cell]))))
    .filter((character) => /^\p{Script=Han}$/u.test(character))
}

/** Picks items with the frequencies of words in a text: the nth item about n times less often than the first. */
function zipf<Item>(items: readonly Item[], exponent: number, random: () => number): () => Item {
  const sums: number[] = []
  let sum = 0
  items.forEach((_, index) => {
    sum += (index + 2) ** -exponent
    sums.push(sum)
  })
  return () => {
    const aim = random() * sum
    let low = 0
    let high = items.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) < aim) low = middle + 1
      else high = middle
    }
    return items[low] as Item
  }
}

const vocabulary = 30_000
const singleWords = 300
const subjectPhrases = 250

/** Pages of many editions, `length` characters each in so many sections, the newest edition last; as repetitive as the prose of this site. */
export function* generateArchive(
  editions: number,
  { pages, length, sections }: EditionSize,
): Generator<GeneratedPage> {
  const random = seeded(7)
  const character = zipf(commonCharacters(), 0.8, random)
  const words = Array.from({ length: vocabulary }, (_, rank) => {
    const letters = rank < singleWords ? 1 : random() < 0.75 ? 2 : random() < 0.6 ? 3 : 4
    return Array.from({ length: letters }, character).join('')
  })
  const word = zipf(words, 0.95, random)
  const phrase = (count: number) => Array.from({ length: count }, word).join('')
  // A page stays on one subject and repeats set phrases.
  const subject = () => {
    const phrases = Array.from({ length: subjectPhrases }, () =>
      phrase(1 + Math.floor(random() * 3)),
    )
    return zipf(phrases, 0.7, random)
  }
  const passage = (characters: number, own: () => string) => {
    let text = ''
    let clause = 0
    while (text.length < characters) {
      const next = random() < 0.58 ? own() : word()
      text += next
      clause += next.length
      if (clause < 12 + random() * 20) continue
      text += random() < 0.6 ? '，' : random() < 0.8 ? '。' : `${Math.floor(random() * 1000)}余个。`
      clause = 0
    }
    return text
  }
  const firstYear = 2100 - editions
  for (let edition = 0; edition < editions; edition++) {
    for (let page = 0; page < pages; page++) {
      const own = subject()
      yield {
        file: `${firstYear + edition}/page-${page}/index.html`,
        title: phrase(4),
        sections: Array.from({ length: sections }, () => ({
          title: phrase(3),
          text: passage(length / sections, own),
        })),
      }
    }
  }
}
