import { createHash } from 'node:crypto'
import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { appearance } from './src/layouts/appearance.ts'
import { chapterSections } from './src/prose/chapterSections.ts'
import { revalidateOnChange } from './src/tools/revalidateOnChange.ts'

const base = process.env.BASE_PATH || '/'
const site = process.env.SITE_URL || undefined

export default defineConfig({
  ...(site === undefined ? {} : { site }),
  base,
  // On a phone each stylesheet asked for is a round trip before the first paint; the policy names every hash.
  build: { inlineStylesheets: 'always' },
  cacheDir: './.astro/',
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    revalidateOnChange(),
    ...(site === undefined
      ? []
      : [
          sitemap({
            filter: (page) =>
              !/\/(search|404|report|embed|map\/list)\/$/.test(page) &&
              new URL(page).pathname !== base,
          }),
        ]),
  ],
  markdown: {
    processor: unified({ remarkPlugins: [remarkCjkFriendly, chapterSections] }),
    syntaxHighlight: false,
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
      ],
      scriptDirective: {
        resources: ["'self'"],
        hashes: [`sha256-${createHash('sha256').update(appearance).digest('base64')}`],
      },
    },
  },
  vite: {
    // A native module is loaded as it is, not bundled.
    ssr: { external: ['@resvg/resvg-js'] },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
})
