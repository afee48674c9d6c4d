import type { AstroIntegration } from 'astro'

/** Adds the page that every edition's PDF is printed from, and tells the site's pages that the PDF will be there. */
export const reportRoute = (): AstroIntegration => ({
  name: 'report-route',
  hooks: {
    'astro:config:setup': ({ injectRoute, updateConfig }) => {
      injectRoute({
        pattern: '/[year]/report',
        entrypoint: new URL('./ReportPage.astro', import.meta.url),
      })
      updateConfig({ vite: { define: { 'import.meta.env.REPORT': 'true' } } })
    },
  },
})
