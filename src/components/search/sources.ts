import type { Sources } from '../../search/ask.ts'
import { openIndexes } from '../../search/engine.ts'
import { type Instant, openInstant } from '../../search/instant.ts'
import type { InstantIndex } from '../../search/instantIndex.ts'

async function fetchInstant(root: string): Promise<Instant> {
  const response = await fetch(`${root}search/instant.json`, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`检索索引没有载入：${response.status}`)
  const index: InstantIndex = await response.json()
  const pages = index.pages.map((page) => ({ ...page, url: root + page.url.slice(1) }))
  return openInstant({ ...index, pages })
}

/** The indexes of a site whose root address ends with a slash, each loaded once; `forget` has what failed loaded anew. */
export function openSources(root: string): Sources & { forget(): void } {
  let instant: Promise<Instant> | undefined
  let fullText: ReturnType<typeof openIndexes> | undefined
  return {
    instant() {
      instant ??= fetchInstant(root)
      instant.catch(() => {
        instant = undefined
      })
      return instant
    },
    fullText() {
      fullText ??= openIndexes(root)
      return fullText
    },
    forget() {
      fullText = undefined
    },
  }
}
