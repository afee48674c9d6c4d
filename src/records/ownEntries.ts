import { fieldsOf } from '../documents/fields.ts'
import { type Edition, editionSchema } from '../sets/edition.ts'

const term = /<Term\s[^>]*\bid="([^"]+)"/g

/**
 * An edition with only those of the shared sources that it quotes, and of the shared terms that its chapters use: what is
 * entered for another year changes nothing of it. What is not there to be quoted (a list of codes) belongs to all.
 */
export function withOwnEntries(edition: Edition, chapters: readonly { body: string }[]): Edition {
  const quoted = new Set(
    [...fieldsOf(editionSchema, edition)]
      .filter(({ role }) => role.role === 'reference' && role.to === 'sources')
      .map(({ value }) => value),
  )
  const used = new Set(chapters.flatMap(({ body }) => [...body.matchAll(term)].map(([, id]) => id)))
  return {
    ...edition,
    sources: edition.sources.filter(({ id, parts }) => !parts || quoted.has(id)),
    glossary: edition.glossary.filter(({ id }) => used.has(id)),
  }
}
