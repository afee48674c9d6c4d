import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { projectRoot } from '../roots.ts'
import type { DrawingEnvironment } from './drawingEnvironment.ts'
import { decode, type Picture } from './takePicture.ts'

/** The folder of the reference pictures and of the record of how they were made. */
export const referenceFolder = join(projectRoot, 'tests/visual/references')
const environmentFile = join(referenceFolder, 'environment.json')
const shotsFile = join(referenceFolder, 'shots.json')

/** What to do if the references no longer match the pages or the machine. */
export const remake = '参考图须重新生成：npm run visual'

/** The file of a reference picture. */
export const referenceFile = (name: string) => join(referenceFolder, `${name}.webp`)

/** The reference picture with a name; undefined if there is none. */
export async function readReference(name: string): Promise<Picture | undefined> {
  const file = referenceFile(name)
  return existsSync(file) ? decode(file) : undefined
}

/** Stores a picture as a reference, without loss. */
export async function writeReference(name: string, picture: Picture): Promise<void> {
  const { width, height, pixels } = picture
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp({ lossless: true })
    .toFile(referenceFile(name))
}

/** The hash of a screenshot together with that of the reference made from it. */
const digest = (name: string, shot: Buffer) =>
  createHash('sha256')
    .update(shot)
    .update(readFileSync(referenceFile(name)))
    .digest('hex')

const recordedShots = (): Record<string, string> =>
  existsSync(shotsFile) ? JSON.parse(readFileSync(shotsFile, 'utf8')) : {}

/** Whether a screenshot is identical to the one its reference was made from, so that neither needs to be decoded. */
export const isRecordedShot = (name: string, shot: Buffer) =>
  existsSync(referenceFile(name)) && recordedShots()[name] === digest(name, shot)

/** Records the screenshots that the references were made from, or are equal to. */
export const recordShots = (shots: ReadonlyMap<string, Buffer>) =>
  writeFileSync(
    shotsFile,
    `${JSON.stringify(Object.fromEntries([...shots].map(([name, shot]) => [name, digest(name, shot)])), null, 2)}\n`,
  )

/** The environment in which the references were made; undefined before there are any. */
export const recordedEnvironment = (): DrawingEnvironment | undefined =>
  existsSync(environmentFile) ? JSON.parse(readFileSync(environmentFile, 'utf8')) : undefined

/** Records the environment in which the references were made. */
export const recordEnvironment = (environment: DrawingEnvironment) =>
  writeFileSync(environmentFile, `${JSON.stringify(environment, null, 2)}\n`)

/** Why pictures taken here cannot be compared with the references; undefined if they can. */
export function otherEnvironment(here: DrawingEnvironment): string | undefined {
  const there = recordedEnvironment()
  if (!there || JSON.stringify(there) === JSON.stringify(here)) return undefined
  const describe = ({ chromium, hanFonts, lettering }: DrawingEnvironment) =>
    `Chromium ${chromium}、${Object.values(hanFonts).join('、')}（字样 ${lettering}）`
  return `${remake}（参考图用 ${describe(there)}，这台机器用 ${describe(here)}，没有比较）`
}
