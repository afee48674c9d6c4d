import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { filesBelow } from '../publish/siteFiles.ts'
import { classicScript } from './classicScript.ts'
import { fileScript } from './fileScript.ts'
import { offlinePage } from './offlinePage.ts'

/** Files of an offline copy by their paths, and what its first page is called. */
export interface OfflineSite {
  title: string
  files: Map<string, Uint8Array>
}

/** The path below which a site was built, read from the link of its bar that leads home. */
function baseOf(home: string): string {
  const base = /<a class="home" href="([^"]*\/)">/.exec(home)?.[1]
  if (!base) throw new Error('首页没有通到自己的链接，读不出网站挂在哪里')
  return decodeURI(base)
}

/** The styles of a sheet with their addresses relative to it. */
const relativeStyles = (file: string, css: string, base: string) =>
  css.replace(
    /url\((\/[^)]*)\)/g,
    (_, url: string) =>
      `url(${posix.relative(posix.dirname(file), decodeURI(url).slice(base.length))})`,
  )

/** The files that a package of data describes. */
const resourcesOf = (file: string, text: string): string[] => {
  const { resources }: { resources: { path: string }[] } = JSON.parse(text)
  return resources.map(({ path }) => posix.join(posix.dirname(file), path))
}

/**
 * The copy of a built site that needs no server: its home page, all that is reached from it, and what search reads;
 * `version` is said in every footer. Throws where a page leads to a file that the site does not have.
 */
export async function offlineSite(site: string, version: string): Promise<OfflineSite> {
  const text = (file: string) => readFileSync(join(site, file), 'utf8')
  const built = new Set(filesBelow(site))
  const home = text('index.html')
  const base = baseOf(home)
  const note = `这是离线副本，版本${version}`

  const scripts = new Map<string, string>()
  for (const file of built)
    if (/^_astro\/.*_astro_type_script_.*\.js$/.test(file))
      scripts.set(file, await classicScript(site, file))

  const files = new Map<string, Uint8Array>()
  // Scripts name sheets of styles, which no page does.
  const sheets = [...built].filter((file) => /^_astro\/.*\.css$/.test(file))
  const waiting = ['index.html', ...sheets]
  const put = (file: string, content: string | Uint8Array) =>
    files.set(file, typeof content === 'string' ? Buffer.from(content) : content)
  const putAsScript = (file: string) => put(`${file}.js`, fileScript(file, text(file)))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    if (!built.has(file)) throw new Error(`网页通到的 ${file} 不在 ${site}`)
    if (file.endsWith('.html')) {
      const page = offlinePage(file, text(file), { base, note })
      put(file, page.html)
      waiting.push(...page.files)
    } else if (scripts.has(file)) put(file, scripts.get(file) ?? '')
    else if (file.endsWith('.css')) put(file, relativeStyles(file, text(file), base))
    else {
      put(file, readFileSync(join(site, file)))
      if (file.endsWith('/datapackage.json')) waiting.push(...resourcesOf(file, text(file)))
    }
    // The map asks for these.
    if (/\/map\/pinyin\.json$|\.geojson$/.test(file)) putAsScript(file)
  }
  for (const file of built) if (/^search\/\w+\.json$/.test(file)) putAsScript(file)
  const title = /<title>([^<]*)<\/title>/.exec(home)?.[1] ?? ''
  return { title, files }
}
