import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/roots.ts'
import { comparePictures } from '../../src/visual/comparePictures.ts'
import { drawingEnvironment } from '../../src/visual/drawingEnvironment.ts'
import {
  isRecordedShot,
  otherEnvironment,
  readReference,
  referenceFolder,
  remake,
} from '../../src/visual/references.ts'
import { type Screen, screens } from '../../src/visual/screens.ts'
import { openStudio, type Picture, reduceShot, takeShot } from '../../src/visual/takePicture.ts'
import { openSite } from '../browser/site.ts'

/** At most one pixel in a thousand may differ. */
const maxDifferentShare = 0.001
const maxTotalBytes = 15_000_000
const shelf = join(projectRoot, '.build/visual')

let site: Awaited<ReturnType<typeof openSite>>
let elsewhere: string | undefined
beforeAll(async () => {
  site = await openSite()
  elsewhere = otherEnvironment(await drawingEnvironment(site.browser))
  rmSync(shelf, { recursive: true, force: true })
})
afterAll(() => site?.close())

/** Browser pages that no test is using. */
const studios: Page[] = []
async function shoot(screen: Screen): Promise<Buffer> {
  const studio = studios.pop() ?? (await openStudio(site.browser))
  const shot = await takeShot(studio, site.url, screen)
  studios.push(studio)
  return shot
}

/** Saves a picture for people to look at; returns its path from the project. */
async function show(name: string, { width, height, pixels }: Picture): Promise<string> {
  mkdirSync(shelf, { recursive: true })
  const file = join(shelf, `${name}.png`)
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(file)
  return relative(projectRoot, file)
}

test.concurrent.for(screens)('$name looks as it did', async (screen, { skip }) => {
  if (elsewhere) skip(elsewhere)
  const shot = await shoot(screen)
  if (isRecordedShot(screen.name, shot)) return
  const reference = await readReference(screen.name)
  if (!reference) throw new Error(`没有参考图 ${screen.name}。${remake}`)
  const picture = await reduceShot(shot)
  const difference = await comparePictures(reference, picture)
  if (!difference || difference.share <= maxDifferentShare) return
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
  expect(bytes).toBeLessThanOrEqual(maxTotalBytes)
})
