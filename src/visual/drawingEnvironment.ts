import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'

/** What affects the rendering of a page, apart from the page. */
export interface DrawingEnvironment {
  /** Major version of Chromium. */
  chromium: number
  /** The fonts this machine uses for Chinese characters, by generic family. */
  hanFonts: Record<string, string>
  /** Hash of a few rendered characters, which changes with the version of a font or of the renderer. */
  lettering: string
}

const sample = `<style>
p { font: 40px/1.5 sans-serif; width: 600px }
p + p { font-family: "Noto Serif CJK SC", serif; font-weight: 700 }
</style><p lang="zh-CN">南湖区政协，履职“2025”</p><p lang="zh-CN">南湖区政协，履职“2025”</p>`

/** Detects the rendering environment of this machine. */
export async function drawingEnvironment(browser: Browser): Promise<DrawingEnvironment> {
  const page = await browser.newPage({ deviceScaleFactor: 1 })
  await page.setContent(sample)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'p',
  })
  const fonts: string[] = []
  for (const nodeId of nodeIds) {
    const used = (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts
    fonts.push(used.sort((a, b) => b.glyphCount - a.glyphCount)[0]?.familyName ?? '')
  }
  const drawn = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 220 } })
  await page.close()
  return {
    chromium: Number.parseInt(browser.version(), 10),
    hanFonts: { sans: fonts[0] ?? '', serif: fonts[1] ?? '' },
    lettering: createHash('sha256').update(drawn).digest('hex').slice(0, 16),
  }
}
