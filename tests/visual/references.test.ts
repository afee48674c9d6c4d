import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ensureChromium } from '../../src/tools/findChromium.ts'
import { projectRoot } from '../../src/tools/roots.ts'
import { comparePictures } from '../../src/visual/comparePictures.ts'
import { drawingEnvironment } from '../../src/visual/drawingEnvironment.ts'
import {
  otherEnvironment,
  readReference,
  referenceFolder,
  remake,
} from '../../src/visual/references.ts'
import { screens } from '../../src/visual/screens.ts'
import { launchForPictures, type Picture, takePicture } from '../../src/visual/takePicture.ts'

/** At most one pixel in a thousand may differ. */
const allowed = 0.001
const largest = 15_000_000
const shelf = join(projectRoot, '.build/visual')

let browser: Browser
let elsewhere: string | undefined
beforeAll(async () => {
  browser = await launchForPictures(ensureChromium())
  elsewhere = otherEnvironment(await drawingEnvironment(browser))
  rmSync(shelf, { recursive: true, force: true })
})
afterAll(() => browser?.close())

/** Puts a picture where it can be looked at; returns its path from the project. */
async function show(name: string, { width, height, pixels }: Picture): Promise<string> {
  mkdirSync(shelf, { recursive: true })
  const file = join(shelf, `${name}.png`)
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(file)
  return relative(projectRoot, file)
}

test.for(screens)('$name looks as it did', async (screen, { skip }) => {
  if (elsewhere) skip(elsewhere)
  const reference = await readReference(screen.name)
  if (!reference) throw new Error(`没有参考图 ${screen.name}。${remake}`)
  const picture = await takePicture(browser, inject('siteUrl'), screen)
  const difference = await comparePictures(reference, picture)
  if (!difference || difference.share <= allowed) return
  const actual = await show(`${screen.name}.actual`, picture)
  const diff = await show(`${screen.name}.diff`, difference.picture)
  const size = ({ width, height }: Picture) => `${width}×${height}`
  throw new Error(
    `${screen.name} 有 ${difference.pixels} 个像素不同（${(100 * difference.share).toFixed(2)}%；参考图 ${size(reference)}，现在 ${size(picture)}）。现在的样子 ${actual}，不同之处 ${diff}。若是有意的改动，${remake}`,
  )
})

test('the references stay small enough to keep', () => {
  const bytes = (existsSync(referenceFolder) ? readdirSync(referenceFolder) : [])
    .map((file) => statSync(join(referenceFolder, file)).size)
    .reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeLessThanOrEqual(largest)
})
