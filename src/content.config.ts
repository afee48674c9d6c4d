import { join } from 'node:path'
// Not from 'astro:content', which would load what renders pages only to define two collections.
import { defineCollection } from 'astro/content/config'
import type { Loader } from 'astro/loaders'
import { glob } from 'astro/loaders'
import { handedOn } from './records/handedOn.ts'
import type { LoadedEdition } from './records/readRegisters.ts'
import { contentRoot } from './roots.ts'
import { editionSchema } from './schemas/edition.ts'
import { chapterSchema } from './schemas/figures.ts'

/** What has been read and checked, or the records as they stand where nobody has. */
async function loadEditions(): Promise<readonly LoadedEdition[]> {
  const handed = handedOn()
  if (handed) return handed
  // A build, and the development server, have read them; only Astro's own commands need what reads them here.
  const { listPublished } = await import('./records/registers.ts')
  const { loadEdition } = await import('./records/readRegisters.ts')
  return listPublished(contentRoot).map((year) => loadEdition(contentRoot, year))
}

/** One entry per edition; unlike the built-in file loader it takes records that were read and checked before. */
const editionLoader: Loader = {
  name: 'editions',
  async load({ store, parseData }) {
    const gone = new Set(store.keys())
    for (const { edition } of await loadEditions()) {
      if (!edition) continue
      const id = String(edition.year)
      store.set({ id, data: await parseData({ id, data: { ...edition } }) })
      gone.delete(id)
    }
    for (const id of gone) store.delete(id)
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
    const pattern = (await loadEditions()).map(({ year }) => `${year}/[a-z]*.mdx`)
    if (pattern.length === 0) return
    await glob({ base: join(contentRoot, 'content'), pattern }).load(context)
  },
}

const editions = defineCollection({ loader: editionLoader, schema: editionSchema })
const chapters = defineCollection({ loader: chapterLoader, schema: chapterSchema })

export const collections = { editions, chapters }
