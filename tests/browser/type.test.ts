import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headingSelector, numeralSelector } from '../../src/type/subsetPageType.ts'
import { builtPages } from '../site/builtPages.ts'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const selector = `${headingSelector}, ${numeralSelector}`

describe.each(builtPages.map(({ path }) => path))('%s', (path) => {
  test('sets every heading and every large numeral in the page’s own serif, whole, and in no more than 26 kB', async () => {
    const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
    let bytes = 0
    page.on('response', async (response) => {
      if (response.url().endsWith('.woff2')) bytes += (await response.body()).length
    })
    await page.goto(new URL(path.slice(1), site.url).href, { waitUntil: 'networkidle' })
    // Units beside a numeral are set in the sans on purpose.
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
    expect(strangers).toEqual([])
    expect(bytes).toBeLessThanOrEqual(26_000)
    await page.close()
  })
})
