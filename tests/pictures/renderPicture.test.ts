import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { box, pictureText, text } from '../../src/pictures/picture.ts'
import { pictureFontFiles } from '../../src/pictures/pictureFonts.ts'
import { rasterize } from '../../src/pictures/rasterize.ts'
import { PictureOverflow, renderPicture } from '../../src/pictures/renderPicture.ts'

const size = { width: 400, height: 200 }
const words = (content: string, fontSize = 40) =>
  box(
    { ...size, background: '#f5efe2', color: '#1b1916', fontFamily: 'serif' },
    text({ fontSize }, content),
  )
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** The share of pixels that are not the ground. */
async function inked(png: Uint8Array) {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((value) => value < 128).length / (info.width * info.height)
}

test('a picture has the size asked for, and ink where its words are', async () => {
  const png = await renderPicture(words('80余个'), size)
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...size })
  expect(await inked(png)).toBeGreaterThan(0.01)
  expect(await inked(await renderPicture(words(''), size))).toBe(0)
})

test('the same tree gives the same bytes, another one others', async () => {
  const draw = async (content: string) => hash(await renderPicture(words(content), size))
  expect(await draw('12场')).toBe(await draw('12场'))
  expect(await draw('12场')).not.toBe(await draw('13场'))
})

test('words that do not fit are refused, not cut', async () => {
  await expect(renderPicture(words('单日最高达10万人次', 180), size)).rejects.toThrow(
    PictureOverflow,
  )
})

test('a character the fonts lack is named', async () => {
  await expect(renderPicture(words('🚀'), size)).rejects.toThrow('图片字体里没有“🚀”')
})

test('a drawing sets its text in the fonts handed over', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50" fill="#fff"/><text x="5" y="40" font-size="30" font-family="Noto Sans SC">余近</text></svg>`
  expect(await inked(await rasterize(svg, 200, await pictureFontFiles('余近')))).toBeGreaterThan(
    0.01,
  )
  expect(await inked(await rasterize(svg, 200))).toBe(0)
})

test('the text of a picture is read in order', () => {
  expect(pictureText(box({}, text({}, '近'), box({}, text({}, '10万'), '人次')))).toBe('近10万人次')
})
