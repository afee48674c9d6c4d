import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'
import { templates } from './templates.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test('a page asks for no font when the reader saves data', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true })
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname)
  })
  for (const path of templates) {
    await page.goto(site.url + path)
    await page.evaluate(() => document.fonts.ready)
    expect(await page.evaluate(() => document.documentElement.dataset.save)).toBeTruthy()
    expect(fonts, `/${path} 省流量时请求的字体`).toEqual([])
  }
  await page.close()
})
