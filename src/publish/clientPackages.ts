import type { Plugin } from 'vite'

/** The npm packages whose code goes into files for the browser; a release carries their licences. */
export const clientPackages: readonly string[] = ['kdbush', 'leaflet', 'supercluster']

/** The package that a module belongs to; undefined for the project's own. */
const packageOf = (module: string): string | undefined =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1]

/** Ends a build that puts the code of a package not listed above into files for the browser. */
export const listsClientPackages = (): Plugin => ({
  name: 'lists-client-packages',
  generateBundle(_, bundle) {
    if (this.environment.name !== 'client') return
    const modules = Object.values(bundle).flatMap((output) =>
      output.type === 'chunk' ? Object.entries(output.modules) : [],
    )
    for (const [module, { renderedLength }] of modules) {
      const name = packageOf(module)
      if (name && renderedLength > 0 && !clientPackages.includes(name))
        this.error(`网页的脚本用了 ${name}，把它写进 src/publish/clientPackages.ts，发布时附上许可`)
    }
  },
})
