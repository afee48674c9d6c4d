import { type Browser, chromium } from 'playwright-core'
import sharp from 'sharp'
import type { Screen } from './screens.ts'

/** The pixels of a picture, four bytes each. */
export interface Picture {
  width: number
  height: number
  pixels: Buffer
}

/** A Chromium that draws the same on every run: software only, one colour profile, no hinting of the machine's own. */
export const launchForPictures = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-gpu',
      '--disable-lcd-text',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--hide-scrollbars',
    ],
  })

/** The pixels of an encoded image. */
export async function decode(image: Buffer | string): Promise<Picture> {
  const { data, info } = await sharp(image)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

/** Pages are kept down to here: below it the longest only go on with more of the same tables and plates. */
const tallest = 10_000

/** Sixteen tones a channel: as telling as all 256, and a quarter smaller to keep. */
const tones = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value / 17) * 17)

/** A picture as it is kept and compared. */
function reduce({ width, height, pixels }: Picture): Picture {
  const kept = Math.min(height, tallest)
  const reduced = pixels.subarray(0, width * kept * 4)
  for (let index = 0; index < reduced.length; index++)
    reduced[index] = tones[reduced[index] ?? 0] ?? 0
  return { width, height: kept, pixels: reduced }
}

/** The whole page as a reader without motion sees it once nothing on it is still to come. */
export async function takePicture(
  browser: Browser,
  site: string,
  screen: Screen,
): Promise<Picture> {
  const { path, width, look } = screen
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 1,
    colorScheme: look === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  try {
    const page = await context.newPage()
    await page.goto(`${site}${path}${look === 'care' ? '?care=1' : ''}`, {
      waitUntil: 'networkidle',
    })
    const map = page.locator('[data-map-stage]')
    if ((await map.count()) > 0) {
      await map.scrollIntoViewIfNeeded()
      await page.waitForSelector('[data-map][data-state=ready]')
    }
    if (look === 'print') await page.emulateMedia({ media: 'print' })
    await page.evaluate(async () => {
      scrollTo(0, 0)
      await document.fonts.ready
      for (let frame = 0; frame < 2; frame++)
        await new Promise((resolve) => requestAnimationFrame(resolve))
    })
    return reduce(await decode(await page.screenshot({ fullPage: true, animations: 'disabled' })))
  } finally {
    await context.close()
  }
}
