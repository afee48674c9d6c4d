import type { Page } from 'playwright-core'
import { headingSelector, numeralSelector } from '../../src/type/pageType.ts'

const selector = `${headingSelector}, ${numeralSelector}`

/**
 * The headings and large numerals of a page that are set, at least partly, in a font of the machine; modifies the page.
 */
export async function strangeType(page: Page): Promise<string[]> {
  // Units beside a numeral are set in the sans-serif font on purpose.
  await page.evaluate(() => {
    for (const unit of document.querySelectorAll('.sn')) unit.remove()
  })
  await page.evaluate(() => document.fonts.ready)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector,
  })
  const strangers: string[] = []
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, glyphCount } of fonts.filter((font) => !font.isCustomFont)) {
      const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId })
      strangers.push(`${glyphCount} 个字用了 ${familyName}：${outerHTML.slice(0, 80)}`)
    }
  }
  return strangers
}
