import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'

const preloader = /\/preload-helper\.[\w-]+\.js$/
const sheet = /(["'`])[^"'`]*\/_astro\/([\w.-]+\.css)\1/g

/** Imports at once what was to be loaded on demand, and names a sheet of styles by the script that it lies beside. */
const withoutServer: Plugin = {
  name: 'without-server',
  transform(code, id) {
    // The helper would load each part from an address below the site's own.
    const name = preloader.test(id) && /export\s*\{\s*\w+ as (\w+)/.exec(code)?.[1]
    if (name) return `const load = (part) => part();export{load as ${name}}`
    return code.replace(sheet, 'offlineFolder+"$2"')
  },
}

/** The folder of the script, which it can only tell while it is first run; the same for every script. */
const banner = 'var offlineFolder=document.currentScript.src.replace(/[^/]*$/,"");'

const fetchFile = fileURLToPath(new URL('./browser/fetch.ts', import.meta.url))

/** Bundles a module of a built site into one classic script, its requests answered by files beside it. */
export async function classicScript(site: string, file: string): Promise<string> {
  const bundle = await rolldown({
    input: join(site, file),
    cwd: site,
    logLevel: 'silent',
    transform: { inject: { fetch: [fetchFile, 'fetch'] } },
    plugins: [withoutServer],
  })
  const output = { format: 'iife', codeSplitting: false, minify: true } as const
  const [script, ...others] = (await bundle.generate(output)).output
  await bundle.close()
  if (others.length > 0) throw new Error(`${file} 没有合成一个脚本`)
  return script.code.includes('offlineFolder') ? banner + script.code : script.code
}
