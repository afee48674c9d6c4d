import { join } from 'node:path'
// Importing from 'astro:content' would load the whole page renderer just to define these collections.
import { defineCollection } from 'astro/content/config'
import type { Loader, LoaderContext } from 'astro/loaders'
import { glob } from 'astro/loaders'
import { handedOn } from './records/handedOn.ts'
import { contentRoot } from './roots.ts'
import { chapterSchema } from './schemas/figures.ts'
import { listingSchema } from './schemas/listing.ts'
import { editionSchema } from './sets/edition.ts'

/** The records that were read and checked before the build; without them, the records as they stand on disk. */
async function loadEditions(): Promise<NonNullable<ReturnType<typeof handedOn>>> {
  const handed = handedOn()
  if (handed) return handed
  // A build and the development server have already read the records; only Astro's own commands (such as sync) get
  // here.
  const { listPublished } = await import('./records/registers.ts')
  const { loadEditions } = await import('./records/readRegisters.ts')
  const editions = loadEditions(contentRoot, listPublished(contentRoot))
  return { editions, all: editions }
}

/** Replaces the contents of an Astro store: writes the given entries and deletes all others. */
async function replace(
  { store, parseData }: LoaderContext,
  entries: readonly ({ year: number } & Record<string, unknown>)[],
): Promise<void> {
  const gone = new Set(store.keys())
  for (const entry of entries) {
    const id = String(entry.year)
    store.set({ id, data: await parseData({ id, data: { ...entry } }) })
    gone.delete(id)
  }
  for (const id of gone) store.delete(id)
}

/** One entry per edition. Unlike Astro's file loader it takes the records that were already read and checked. */
const editionLoader: Loader = {
  name: 'editions',
  async load(context) {
    const { editions } = await loadEditions()
    await replace(
      context,
      editions.flatMap(({ edition }) => edition ?? []),
    )
  },
}

/** One entry per published edition, including those whose pages come from the build store. */
const listingLoader: Loader = {
  name: 'listings',
  async load(context) {
    const { all } = await loadEditions()
    await replace(
      context,
      all.flatMap(({ listing }) => listing ?? []),
    )
  },
}

let isFirst = true

/**
 * The chapters of the same editions. Files are not watched: after a save the check runs first, then all are read again.
 */
const chapterLoader: Loader = {
  name: 'chapters',
  async load({ watcher: _, ...context }) {
    // An earlier run may have stored chapters of another content root.
    if (isFirst) context.store.clear()
    isFirst = false
    const pattern = (await loadEditions()).editions.map(({ year }) => `${year}/[a-z]*.mdx`)
    if (pattern.length === 0) return
    await glob({ base: join(contentRoot, 'content'), pattern }).load(context)
  },
}

const editions = defineCollection({ loader: editionLoader, schema: editionSchema })
const chapters = defineCollection({ loader: chapterLoader, schema: chapterSchema })

const listings = defineCollection({ loader: listingLoader, schema: listingSchema })

export const collections = { editions, chapters, listings }
