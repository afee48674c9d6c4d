import { defineCollection } from 'astro:content'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader } from 'astro/loaders'
import { glob } from 'astro/loaders'
import { formatProblem } from './records/problem.ts'
import { listEditions, readRegisters } from './records/readRegisters.ts'
import { editionSchema } from './schemas/edition.ts'
import { chapterSchema } from './schemas/figures.ts'

const contentRoot = resolve(
  process.env.CONTENT_ROOT || fileURLToPath(new URL('..', import.meta.url)),
)

/** One entry per edition; unlike the built-in file loader it fails on bad data and names every problem. */
const editionLoader: Loader = {
  name: 'editions',
  async load({ store, parseData, watcher }) {
    const fill = async () => {
      store.clear()
      for (const year of listEditions(contentRoot)) {
        const { edition, problems } = readRegisters(contentRoot, year)
        if (!edition) throw new Error(problems.map(formatProblem).join('\n'))
        const id = String(year)
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
  loader: glob({ base: join(contentRoot, 'content'), pattern: '*/*.mdx' }),
  schema: chapterSchema,
})

export const collections = { editions, chapters }
