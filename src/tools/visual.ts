import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import { comparePictures } from '../visual/comparePictures.ts'
import { drawingEnvironment } from '../visual/drawingEnvironment.ts'
import {
  readReference,
  recordEnvironment,
  referenceFolder,
  writeReference,
} from '../visual/references.ts'
import { screens } from '../visual/screens.ts'
import { launchForPictures, takePicture } from '../visual/takePicture.ts'
import { build } from './build.ts'
import { ensureChromium } from './findChromium.ts'
import { projectRoot } from './roots.ts'
import { serveCompressed } from './serveCompressed.ts'
import { printProblems } from './validate.ts'

const executablePath = ensureChromium()
const problems = await build()
if (problems.length > 0) {
  printProblems(problems)
  process.exit(1)
}

mkdirSync(referenceFolder, { recursive: true })
const server = await serveCompressed(join(projectRoot, 'dist'))
const browser = await launchForPictures(executablePath)
const written: string[] = []
for (const screen of screens) {
  const picture = await takePicture(browser, server.url, screen)
  const reference = await readReference(screen.name)
  if (reference && !(await comparePictures(reference, picture))) continue
  await writeReference(screen.name, picture)
  written.push(screen.name)
}
recordEnvironment(await drawingEnvironment(browser))
await browser.close()
server.close()

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
