import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtFiles, builtPages } from './builtPages.ts'

const list = fileURLToPath(new URL('./addresses.txt', import.meta.url))

/** Whether an address belongs to another edition than that of 2025, which tests know. */
const isOfAnotherYear = (path: string) => /^(?!2025)\d{4}\//.test(path)

/** What every build has and gives a name of its own: not files named after their bytes, and none only programs read. */
const isLasting = (file: string) =>
  !/^(_astro|_headers$|type|pagefind|search\/text|feed|sitemap|share\/)|report\.pdf$|\.(br|gz)$/.test(
    file,
  ) && !isOfAnotherYear(file)

/** Ids that others link to: not headings of prose, which staff may reword, and none that serve the page alone. */
const isAnchor = (id: string) => /^[a-z]/.test(id) && !/^(def|fact|map|step)-|-title$/.test(id)

/** Every address that the built site answers: pages, files, and the anchors within pages, below the base. */
export const builtAddresses = (): string[] => [
  ...builtFiles.filter(isLasting).map((file) => file.replace(/(^|\/)index\.html$/, '$1')),
  ...builtPages
    .filter(({ file }) => isLasting(file))
    .flatMap(({ path, document }) =>
      [...document.querySelectorAll('main [id]')]
        .filter(({ id }) => isAnchor(id))
        .map(({ id }) => `${path.slice(1)}#${id}`),
    ),
]

/** Every address that the site has ever had. */
export const knownAddresses = (): string[] => readFileSync(list, 'utf8').trimEnd().split('\n')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = new Set([...knownAddresses(), ...builtAddresses()])
  writeFileSync(list, `${[...all].sort().join('\n')}\n`)
}
