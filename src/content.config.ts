import { join, sep } from 'node:path'
// Not from 'astro:content', which would load what renders pages only to define two collections.
import { defineCollection } from 'astro/content/config'
import type { Loader } from 'astro/loaders'
import { glob } from 'astro/loaders'
import { handedOn } from './records/handedOn.ts'
import { contentRoot } from './roots.ts'
import { type Edition, editionSchema } from './schemas/edition.ts'
import { chapterSchema } from './schemas/figures.ts'

/** Every edition of the content root; throws what is wrong in one that cannot be read. */
async function readEditions(): Promise<Edition[]> {
  // A build has read them; only the development server needs what reads them here.
  const { listEditions, readRegisters } = await import('./records/readRegisters.ts')
  const { formatProblem } = await import('./records/problem.ts')
  return listEditions(contentRoot).map((year) => {
    const { edition, problems } = readRegisters(contentRoot, year)
    if (!edition) throw new Error(problems.map(formatProblem).join('\n'))
    return edition
  })
}

/** One entry per edition; unlike the built-in file loader it fails on bad data and names every problem. */
const editionLoader: Loader = {
  name: 'editions',
  async load({ store, parseData, watcher }) {
    const fill = async () => {
      const editions = handedOn()?.flatMap(({ edition }) => edition ?? []) ?? (await readEditions())
      store.clear()
      for (const edition of editions) {
        const id = String(edition.year)
        store.set({ id, data: await parseData({ id, data: { ...edition } }) })
      }
    }
    await fill()
    const data = join(contentRoot, 'data')
    watcher?.add(data)
    watcher?.on('all', (_event, path) => {
      // What is wrong is listed by the validation that runs on the same change.
      if (path.startsWith(data + sep)) fill().catch(() => {})
    })
  },
}

const editions = defineCollection({ loader: editionLoader, schema: editionSchema })

const chapters = defineCollection({
  loader: glob({
    base: join(contentRoot, 'content'),
    pattern: handedOn()?.map(({ year }) => `${year}/*.mdx`) ?? '*/*.mdx',
  }),
  schema: chapterSchema,
})

export const collections = { editions, chapters }
