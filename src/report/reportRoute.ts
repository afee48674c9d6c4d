import type { AstroIntegration } from 'astro'

/** Adds the page from which every edition's PDF is printed, and lets the site's pages link to the PDF. */
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
