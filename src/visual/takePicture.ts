import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Screen } from './screens.ts'

/** The pixels of a picture, four bytes each. */
export interface Picture {
  width: number
  height: number
  pixels: Buffer
}

/** The pixels of an encoded image. */
export async function decode(image: Buffer | string): Promise<Picture> {
  const { data, info } = await sharp(image)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

/** The height to which pages are kept; the longest pages only continue with similar tables and plates. */
const maxHeight = 10_000

/** Sixteen tones per channel, which show as much as all 256 and take a quarter less space. */
const tones = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value / 17) * 17)

/** A screenshot reduced to the form in which it is kept and compared. */
export async function reduceShot(shot: Buffer): Promise<Picture> {
  const picture = await decode(shot)
  const { pixels } = picture
  for (let index = 0; index < pixels.length; index++) pixels[index] = tones[pixels[index] ?? 0] ?? 0
  return picture
}

/** A browser page for taking several screenshots, as seen by a reader without animations. */
export const openStudio = async (browser: Browser): Promise<Page> =>
  (
    await browser.newContext({
      deviceScaleFactor: 1,
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
  ).newPage()

/** A screenshot of the whole page, as PNG, once everything has loaded. */
export async function takeShot(page: Page, site: string, screen: Screen): Promise<Buffer> {
  const { path, width, look } = screen
  // A map drawn before the fonts have loaded may be a fraction of a pixel off, so it is kept below the window until
  // then.
  await page.setViewportSize({ width, height: 300 })
  await page.emulateMedia({ media: 'screen', colorScheme: look === 'dark' ? 'dark' : 'light' })
  await page.goto(`${site}${path}${look === 'care' ? '?care=1' : ''}`)
  await page.evaluate(() => document.fonts.ready)
  await page.setViewportSize({ width, height: 900 })
  const map = page.locator('[data-map-stage]')
  if ((await map.count()) > 0) {
    await map.scrollIntoViewIfNeeded()
    await page.waitForSelector('[data-map][data-state=ready]')
  }
  if (look === 'print') await page.emulateMedia({ media: 'print' })
  await page.evaluate(async () => {
    // The next page must not remember settings of this one.
    localStorage.clear()
    scrollTo(0, 0)
    await document.fonts.ready
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve))
  })
  return page.screenshot({
    fullPage: true,
    animations: 'disabled',
    // The screenshot is clipped to the page if that is smaller.
    clip: { x: 0, y: 0, width: maxHeight, height: maxHeight },
  })
}
