import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { projectRoot } from '../roots.ts'
import type { DrawingEnvironment } from './drawingEnvironment.ts'
import { decode, type Picture } from './takePicture.ts'

/** Where the reference pictures are kept, and what they were drawn with. */
export const referenceFolder = join(projectRoot, 'tests/visual/references')
const environmentFile = join(referenceFolder, 'environment.json')
const shotsFile = join(referenceFolder, 'shots.json')

/** What to do when the references and the pages, or the machine, have parted. */
export const remake = '参考图须重新生成：npm run visual'

/** The file of a reference. */
export const referenceFile = (name: string) => join(referenceFolder, `${name}.webp`)

/** The reference of that name; undefined when there is none. */
export async function readReference(name: string): Promise<Picture | undefined> {
  const file = referenceFile(name)
  return existsSync(file) ? decode(file) : undefined
}

/** Keeps a picture as the reference of that name, losing nothing. */
export async function writeReference(name: string, picture: Picture): Promise<void> {
  const { width, height, pixels } = picture
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp({ lossless: true })
    .toFile(referenceFile(name))
}

/** The hash of a shot together with that of the reference it was kept as. */
const digest = (name: string, shot: Buffer) =>
  createHash('sha256')
    .update(shot)
    .update(readFileSync(referenceFile(name)))
    .digest('hex')

const recordedShots = (): Record<string, string> =>
  existsSync(shotsFile) ? JSON.parse(readFileSync(shotsFile, 'utf8')) : {}

/** Whether a shot is to the byte the one that the reference of that name was made of, so that neither need be decoded. */
export const isRecordedShot = (name: string, shot: Buffer) =>
  existsSync(referenceFile(name)) && recordedShots()[name] === digest(name, shot)

/** Records what shots the references are made of, or are the same picture as. */
export const recordShots = (shots: ReadonlyMap<string, Buffer>) =>
  writeFileSync(
    shotsFile,
    `${JSON.stringify(Object.fromEntries([...shots].map(([name, shot]) => [name, digest(name, shot)])), null, 2)}\n`,
  )

/** What the references were drawn with; undefined before any was made. */
export const recordedEnvironment = (): DrawingEnvironment | undefined =>
  existsSync(environmentFile) ? JSON.parse(readFileSync(environmentFile, 'utf8')) : undefined

/** Records what the references were drawn with. */
export const recordEnvironment = (environment: DrawingEnvironment) =>
  writeFileSync(environmentFile, `${JSON.stringify(environment, null, 2)}\n`)

/** Why pictures drawn here cannot be compared with the references; undefined when they can. */
export function otherEnvironment(here: DrawingEnvironment): string | undefined {
  const there = recordedEnvironment()
  if (!there || JSON.stringify(there) === JSON.stringify(here)) return undefined
  const describe = ({ chromium, hanFonts, lettering }: DrawingEnvironment) =>
    `Chromium ${chromium}、${Object.values(hanFonts).join('、')}（字样 ${lettering}）`
  return `${remake}（参考图用 ${describe(there)}，这台机器用 ${describe(here)}，没有比较）`
}
