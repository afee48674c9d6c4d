import { inject } from 'vitest'
import type { EngineName } from '../../../src/machine/findEngines.ts'
import { openChromium } from './chromium.ts'
import { type EnginePage, pageOf } from './engine.ts'
import { openFirefox } from './firefox.ts'
import { watchSite } from './watchSite.ts'
import { openWebKit } from './webkit.ts'

const open = { Chromium: openChromium, Firefox: openFirefox, WebKitGTK: openWebKit }

/** A page of an engine, showing the built site as a server sends it; closing it closes the engine. */
export async function openEngine(
  name: EngineName,
  server: string = inject('siteUrl'),
): Promise<EnginePage> {
  const site = await watchSite(server)
  const page = pageOf(name, await open[name](), site.url)
  return {
    ...page,
    async close() {
      await page.close()
      site.close()
    },
  }
}
