/** The parallel phrases at the end of an outlook, without the clauses before them: 以协商聚共识、以监督促落实… */
export const outlookPhrases = (text: string): string[] =>
  (text.replace(/。$/, '').split('，').at(-1) ?? '').split('、')
