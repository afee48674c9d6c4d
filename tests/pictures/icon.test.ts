import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawIcon, icons } from '../../src/pictures/icon.ts'

const read = (file: string) => readFileSync(new URL(`../../public/${file}`, import.meta.url))
const mark = read('favicon.svg').toString()
const pixels = (png: Uint8Array) => sharp(png).removeAlpha().raw().toBuffer()

test.each(icons)('$file is the mark of favicon.svg, small', async ({ file, size, maskable }) => {
  const bytes = read(file)
  expect(bytes.length).toBeLessThan(4096)
  const png = file.endsWith('.ico') ? bytes.subarray(22) : bytes
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: size, height: size })
  const [saved, drawn] = await Promise.all([
    pixels(png),
    drawIcon(mark, size, maskable).then(pixels),
  ])
  // The saved file's palette rounds the colours of edges.
  const worst = saved.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (drawn[at] ?? 0))),
    0,
  )
  expect(worst).toBeLessThan(24)
})

test('a maskable icon keeps the mark inside the circle that is never cut', async () => {
  const size = 512
  const { data, info } = await sharp(read('icon-maskable-512.png'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const paper = data.subarray(0, 3)
  for (let at = 0; at < data.length; at += info.channels) {
    if (
      data
        .subarray(at, at + 3)
        .every((value, channel) => Math.abs(value - (paper[channel] ?? 0)) < 8)
    )
      continue
    const point = at / info.channels
    const distance = Math.hypot((point % size) - size / 2, Math.floor(point / size) - size / 2)
    if (distance > 0.4 * size) throw new Error(`离中心 ${Math.round(distance)} 像素处有笔画`)
  }
})
