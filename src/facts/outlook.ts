/** The parallel phrases that end an outlook, without the clauses that lead them: 以协商聚共识、以监督促落实… */
export const outlookPhrases = (text: string): string[] =>
  (text.replace(/。$/, '').split('，').at(-1) ?? '').split('、')
