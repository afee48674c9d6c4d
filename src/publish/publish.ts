import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { formatProblem } from '../documents/problem.ts'
import { handOn } from '../records/handedOn.ts'
import { useStore } from '../store/buildStore.ts'
import { isSameCode } from '../store/codeVersion.ts'
import type { Store } from '../store/store.ts'
import { finishSite } from './finishSite.ts'
import { FoundProblems } from './foundProblems.ts'
import { keepEdition, keepSite, keptEdition, type Part, siteKey, writePart } from './keptSite.ts'
import { filesBelow, htmlAmong } from './siteFiles.ts'
import { validated } from './validated.ts'

/** The older editions whose pages are in the store from an earlier build with the same inputs, by year. */
function keptEditions(store: Store): Map<number, Part> {
  const { editions } = validated()
  const older = editions.slice(0, -1)
  return new Map(
    older.flatMap(({ year }): [number, Part][] => {
      const part = keptEdition(store, year, editions)
      return part ? [[year, part]] : []
    }),
  )
}

/** The one older edition that this build is for, if another build is to take its pages. */
const apart = (): number | undefined => Number(process.env.APART) || undefined

/** The addresses of the pages of a part. */
const addresses = ({ files }: Part, site: string, base: string) =>
  htmlAmong(files.map(([path]) => path)).map(
    (path) => new URL(base.replace(/\/?$/, '/') + path.replace(/index\.html$/, ''), site).href,
  )

/**
 * Everything that happens around Astro's build: the checks before it, and the steps that finish each page after it. The
 * pages of unchanged older editions come from the store; their addresses are added to `extraPages`.
 */
export function publish(extraPages: string[]): AstroIntegration {
  let store: Store
  let kept = new Map<number, Part>()
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command !== 'build') return
        store = useStore()
        const { problems, editions } = validated()
        if (problems.length > 0) throw new FoundProblems(problems)
        const only = apart()
        if (!only) kept = keptEditions(store)
        const isBuilt = ({ year }: { year: number }) => (only ? year === only : !kept.has(year))
        handOn(editions.filter(isBuilt), editions)
        for (const part of kept.values())
          if (config.site) extraPages.push(...addresses(part, config.site, config.base))
      },
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir)
        const parts = [...kept.values()]
        const only = apart()
        // The pages that all editions share would show the newest, which this build does not have.
        const isOther = (file: string) => only !== undefined && !file.startsWith(`${only}/`)
        for (const file of htmlAmong(filesBelow(site)).filter(isOther)) rmSync(join(site, file))
        const { problems, pages } = await finishSite(site, {
          readBefore: parts.flatMap((part) => part.pages),
          isApart: only !== undefined,
        })
        if (problems.length > 0) throw new FoundProblems(problems)
        for (const part of parts) writePart(part, site)
        const { editions, notices, key } = validated()
        // If something was saved during the build, some pages may show it and others not, so the site is not stored.
        if (siteKey() !== key || !isSameCode()) return
        if (only) {
          keepEdition(store, only, site, { editions, pages })
          return
        }
        keepSite(store, key, site, {
          editions,
          taken: new Set(kept.keys()),
          pages,
          notices: notices.map(formatProblem),
        })
        store.tidy()
      },
    },
  }
}
