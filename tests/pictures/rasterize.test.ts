import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { paper } from '../../src/pictures/paper.ts'
import { rasterize } from '../../src/pictures/rasterize.ts'

const size = { width: 400, height: 200 }
const words = (content: string) =>
  paper(size.width, size.height, [`<text x="20" y="90" font-size="40">${content}</text>`])
const draw = (content: string, width = size.width) => rasterize(words(content), width)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** The share of pixels that differ from the background. */
async function inked(png: Uint8Array) {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((value) => value < 128).length / (info.width * info.height)
}

test.each([400, 1600])(
  '%d px wide, a picture has its size, and ink where its words are',
  async (width) => {
    const png = await draw('80余个', width)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height: width / 2 })
    expect(await inked(png)).toBeGreaterThan(0.01)
    expect(await inked(await draw('', width))).toBe(0)
  },
)

test('the same drawing gives the same bytes, another one others', async () => {
  expect(hash(await draw('12场'))).toBe(hash(await draw('12场')))
  expect(hash(await draw('12场'))).not.toBe(hash(await draw('13场')))
})

test('a character the fonts lack is named', async () => {
  await expect(draw('三🚀')).rejects.toThrow('图片字体里没有“🚀”')
})

test.each([
  [400, 10, 4000],
  [1600, 15, 10667],
])('%d px said to be %d cm wide are %d to the metre', async (width, centimetres, perMetre) => {
  const png = await rasterize(words('80余个'), width, centimetres)
  const at = Buffer.from(png).indexOf('pHYs')
  expect(Buffer.from(png).readUInt32BE(at + 4)).toBe(perMetre)
  // PNG readers verify the checksums of all chunks.
  expect((await sharp(png).metadata()).density).toBe(Math.round(perMetre * 0.0254))
  expect(Buffer.from(await rasterize(words('80余个'), width)).indexOf('pHYs')).toBe(-1)
})
