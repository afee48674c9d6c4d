/** Pages as search knows them, by their address below the site's root. */
interface Listed {
  pages: { url: string }[]
}

/** What search reads, its pages by their files: `/2025/map/` is `/2025/map/index.html`. */
function nameFiles(text: Listed | Listed['pages']): unknown {
  const named = (pages: Listed['pages']) =>
    pages.map((page) => ({ ...page, url: page.url.replace(/\/$/, '/index.html') }))
  return Array.isArray(text) ? named(text) : { ...text, pages: named(text.pages) }
}

/** A file of JSON as the script that an offline copy reads in its place. */
export function fileScript(file: string, json: string): string {
  const read = JSON.parse(json)
  const value = JSON.stringify(file.startsWith('search/') ? nameFiles(read) : read)
  return `(globalThis.offlineFiles??={})[document.currentScript.src]=${value}\n`
}
