import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuiltPage, parsePage } from '../../src/builtPage.ts'
import { filesBelow, htmlAmong } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'
import { leadsOn } from '../leadsOn.ts'

export const dist = join(projectRoot, 'dist/')

/** Paths of everything in dist/, relative and with forward slashes. */
export const builtFiles = filesBelow(dist)

/** Every HTML file below the folder of a site, redirects among them, parsed. */
export const readPages = (site: string): (BuiltPage & { path: string })[] =>
  htmlAmong(filesBelow(site)).map((file) => ({
    ...parsePage(file, readFileSync(join(site, file), 'utf8')),
    path: `/${file.replace(/index\.html$/, '')}`,
  }))

/** Every built HTML page except redirects, parsed. */
export const builtPages = readPages(dist).filter(({ html }) => !leadsOn(html))
