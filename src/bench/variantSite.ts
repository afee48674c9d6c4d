import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { compressSite } from '../publish/compressSite.ts'
import { filesBelow } from '../publish/siteFiles.ts'

const isPacked = (file: string) => /\.(br|gz)$/.test(file)
const isNamedByContent = (file: string) => /^(_astro|type)\//.test(file)

/**
 * Writes a site as another release of it might be: every file that is named by its content has another name and
 * content, and every page names its release in a `<meta name="release">`.
 */
export async function writeVariantSite(site: string, folder: string, release: string) {
  cpSync(site, folder, { recursive: true })
  for (const file of filesBelow(folder).filter(isPacked)) rmSync(join(folder, file))
  const files = filesBelow(folder)
  const names = new Map(
    files
      .filter(isNamedByContent)
      .map((file) => [basename(file), basename(file).replace(/(\.\w+)$/, `-${release}$1`)]),
  )
  const named = new RegExp(
    [...names.keys()].map((name) => name.replaceAll('.', '\\.')).join('|'),
    'g',
  )
  for (const file of files) {
    const path = join(folder, file)
    if (/\.(html|js|css|json)$/.test(file)) {
      const text = readFileSync(path, 'utf8').replace(named, (name) => names.get(name) ?? name)
      const comment = isNamedByContent(file) ? `\n/* ${release} */\n` : ''
      const marked = text.replace('<head>', `<head><meta name="release" content="${release}">`)
      writeFileSync(path, marked + comment)
    }
    const name = names.get(basename(file))
    if (name) renameSync(path, join(dirname(path), name))
  }
  await compressSite(folder)
}
