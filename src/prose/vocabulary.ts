/** A component that prose may use: the register of its `id`, and where it may be used. */
export interface ProseComponent {
  refersTo: string
  /** Whether it stands between paragraphs rather than inside one. */
  block: boolean
  /** Whether it encloses words. */
  words: boolean
}

/** Every component that prose may use. */
export const vocabulary: Record<string, ProseComponent> = {
  Fact: { refersTo: 'indicators', block: false, words: false },
  When: { refersTo: 'timeline', block: false, words: false },
  Term: { refersTo: 'glossary', block: false, words: true },
  Figure: { refersTo: 'figures', block: true, words: false },
  Plate: { refersTo: 'captions', block: true, words: false },
  Pull: { refersTo: 'indicators', block: true, words: false },
}

/** How a component is written, for messages. */
export const exampleOf = (name: string) =>
  vocabulary[name]?.words ? `<${name} id="…">词</${name}>` : `<${name} id="…" />`
