import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumFlags } from '../machine/chromiumFlags.ts'
import { ensureChromium } from '../machine/findChromium.ts'
import { serve } from '../machine/serve.ts'
import { projectRoot } from '../roots.ts'
import { printProblems } from '../validation/validate.ts'
import { comparePictures } from '../visual/comparePictures.ts'
import { drawingEnvironment } from '../visual/drawingEnvironment.ts'
import {
  isRecordedShot,
  readReference,
  recordEnvironment,
  recordShots,
  referenceFolder,
  writeReference,
} from '../visual/references.ts'
import { screens } from '../visual/screens.ts'
import { openStudio, reduceShot, takeShot } from '../visual/takePicture.ts'
import { build } from './build.ts'
import { withoutSettings } from './withoutSettings.ts'

withoutSettings()
const executablePath = ensureChromium()
const problems = await build()
if (problems.length > 0) {
  printProblems(problems)
  process.exit(1)
}

mkdirSync(referenceFolder, { recursive: true })
const server = await serve(join(projectRoot, 'dist'))
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
const studio = await openStudio(browser)
const shots = new Map<string, Buffer>()
const written: string[] = []
for (const screen of screens) {
  const shot = await takeShot(studio, server.url, screen)
  shots.set(screen.name, shot)
  if (isRecordedShot(screen.name, shot)) continue
  const picture = await reduceShot(shot)
  const reference = await readReference(screen.name)
  if (reference && !(await comparePictures(reference, picture))) continue
  await writeReference(screen.name, picture)
  written.push(screen.name)
}
recordShots(shots)
recordEnvironment(await drawingEnvironment(browser))
await browser.close()
await server.close()

const kept = new Set(screens.map(({ name }) => name))
for (const file of readdirSync(referenceFolder)) {
  if (/\.(?:webp|png)$/.test(file) && !kept.has(parse(file).name))
    rmSync(join(referenceFolder, file))
}
const bytes = readdirSync(referenceFolder)
  .map((file) => statSync(join(referenceFolder, file)).size)
  .reduce((sum, size) => sum + size, 0)
for (const name of written) console.log(`已更新 ${name}`)
console.log(
  `参考图 ${screens.length} 幅，更新 ${written.length} 幅，共 ${(bytes / 1e6).toFixed(1)} MB`,
)
process.exit(0)
