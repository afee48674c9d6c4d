import { join } from 'node:path'
// Not from 'astro:content', which would load what renders pages only to define two collections.
import { defineCollection } from 'astro/content/config'
import type { Loader, LoaderContext } from 'astro/loaders'
import { glob } from 'astro/loaders'
import { handedOn } from './records/handedOn.ts'
import { contentRoot } from './roots.ts'
import { chapterSchema } from './schemas/figures.ts'
import { listingSchema } from './schemas/listing.ts'
import { editionSchema } from './sets/edition.ts'

/** What has been read and checked, or the records as they stand where nobody has. */
async function loadEditions(): Promise<NonNullable<ReturnType<typeof handedOn>>> {
  const handed = handedOn()
  if (handed) return handed
  // A build, and the development server, have read them; only Astro's own commands need what reads them here.
  const { listPublished } = await import('./records/registers.ts')
  const { loadEditions } = await import('./records/readRegisters.ts')
  const editions = loadEditions(contentRoot, listPublished(contentRoot))
  return { editions, all: editions }
}

/** Puts the entries that there are in a store, and takes those away that are gone. */
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

/** One entry per edition; unlike the built-in file loader it takes records that were read and checked before. */
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

/** One entry per edition that the site has, even where its pages are taken as an earlier build left them. */
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

/** The chapters of the same editions. No file is watched: all are read again when what was saved has been checked. */
const chapterLoader: Loader = {
  name: 'chapters',
  async load({ watcher: _, ...context }) {
    // What an earlier run has kept may be of another content root.
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
