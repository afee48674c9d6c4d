/** What the list of an edition's pages depends on. */
interface EditionContents {
  chapters: readonly string[]
  figures: Iterable<string>
  hasMap: boolean
}

/** The pages of an edition that a reader may be led to, by their paths below its year. */
export const editionPages = ({ chapters, figures, hasMap }: EditionContents): string[] => [
  '',
  ...(hasMap ? ['map/'] : []),
  'charts/',
  'data/',
  ...chapters.filter((id) => id !== 'edition').map((id) => `${id}/`),
  ...[...figures].map((id) => `charts/${id}/`),
]
