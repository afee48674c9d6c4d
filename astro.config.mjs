// @ts-check
import { fileURLToPath } from 'node:url'
import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { pathBelow } from './src/components/pageSlug.ts'
import { chapterSections } from './src/prose/chapterSections.ts'
import { joinLines } from './src/prose/joinLines.ts'
import { pairQuotes } from './src/prose/pairQuotes.ts'
import { listsClientPackages } from './src/publish/clientPackages.ts'
import { pageDirectives } from './src/publish/headers.ts'
import { inlineScript } from './src/publish/inlineScript.ts'
import { publish } from './src/publish/publish.ts'
import { validated } from './src/publish/validated.ts'
import { reportRoute } from './src/report/reportRoute.ts'
import { isFound, pageAt, sitePages } from './src/sitePages.ts'
import { currentSettings } from './src/validation/settings.ts'

const appearance = await inlineScript(
  fileURLToPath(new URL('src/layouts/appearance.ts', import.meta.url)),
)
// A frame that is sandboxed has no origin, and may load no module of the site.
const pinScheme = await inlineScript(
  fileURLToPath(new URL('src/layouts/pinScheme.ts', import.meta.url)),
)
const framed = await inlineScript(
  fileURLToPath(new URL('src/layouts/tellHeight.ts', import.meta.url)),
  fileURLToPath(new URL('src/components/readMarks.ts', import.meta.url)),
)
const { base, site, tiandituKey } = currentSettings()

/** The ends of the addresses of pages that only lead to another. */
const leadOn = () =>
  validated().editions.flatMap(({ year, edition }) =>
    (edition?.['withdrawn-figures'] ?? []).map(({ id }) => `/${year}/charts/${id}/`),
  )

/**
 * Whether a page is one of those that the list of pages lets search engines find.
 * @param {string} address
 */
function isInSitemap(address) {
  const name = pageAt(pathBelow(base, new URL(address).pathname))
  return name !== undefined && isFound(sitePages[name])
}

/**
 * Addresses of pages that this build takes as an earlier one left them.
 * @type {string[]}
 */
const storedPages = []

export default defineConfig({
  ...(site === undefined ? {} : { site }),
  // Astro compares it with decoded paths: endpoints of an encoded one are not found.
  base: decodeURI(base),
  // On a phone each stylesheet asked for is a round trip before the first paint; the policy names every hash.
  build: { inlineStylesheets: 'always' },
  cacheDir: './.astro/',
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    ...(process.env.REPORT ? [reportRoute()] : []),
    ...(site === undefined
      ? []
      : [
          sitemap({
            customPages: storedPages,
            filter: (page) => isInSitemap(page) && !leadOn().some((end) => page.endsWith(end)),
          }),
        ]),
    publish(storedPages),
  ],
  markdown: {
    processor: unified({
      // The checks read what is written without these, so the site does too.
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkCjkFriendly, joinLines, pairQuotes, chapterSections],
    }),
    syntaxHighlight: false,
  },
  security: {
    csp: {
      directives: [...pageDirectives],
      scriptDirective: {
        resources: ["'self'"],
        hashes: [appearance.hash, pinScheme.hash, framed.hash],
      },
    },
  },
  vite: {
    define: {
      'import.meta.env.TIANDITU_KEY': JSON.stringify(tiandituKey),
      'import.meta.env.APPEARANCE': JSON.stringify(appearance.code),
      'import.meta.env.PIN_SCHEME': JSON.stringify(pinScheme.code),
      'import.meta.env.FRAMED': JSON.stringify(framed.code),
    },
    plugins: [listsClientPackages()],
    // Native modules are loaded as they are, not bundled.
    ssr: { external: ['@napi-rs/image', '@resvg/resvg-js', 'sharp'] },
    build: {
      assetsInlineLimit: 0,
      // Nested rules are written out for phones that do not know them.
      cssTarget: ['chrome88', 'safari15', 'firefox90'],
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
})
