/** The pages of an edition that a reader may be led to, by their paths below its year. */
export const editionPages = (chapters: readonly string[], figures: Iterable<string>): string[] => [
  '',
  'map/',
  'charts/',
  'data/',
  ...chapters.filter((id) => id !== 'edition').map((id) => `${id}/`),
  ...[...figures].map((id) => `charts/${id}/`),
]
