import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseHTML } from 'linkedom'
import { leadsOn } from '../leadsOn.ts'

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

/** Paths of everything in dist/, relative and with forward slashes. */
export const builtFiles = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'))
  .sort()

/** Every built HTML page except redirects, parsed. */
export const builtPages = builtFiles
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const html = readFileSync(join(dist, file), 'utf8')
    return {
      file,
      path: `/${file.replace(/index\.html$/, '')}`,
      html,
      document: parseHTML(html).document,
    }
  })
  .filter(({ html }) => !leadsOn(html))
