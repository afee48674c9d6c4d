import { extname } from 'node:path'
import type { ProblemWords } from '../documents/problem.ts'
import { innerQuotes } from '../documents/quote.ts'
import type { DecodedPhoto } from './decodePhotos.ts'
import { maxBytes, maxPixels, maxRatio } from './limits.ts'
import type { PictureKind } from './pictureKind.ts'
import type { PhotoFile } from './readPhotos.ts'

/** A photograph as messages name it. */
export const named = (name: string): string => `照片“${innerQuotes(name)}”`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const megapixels = (pixels: number) => `${Math.round(pixels / 10_000)} 万像素`

const endings: Partial<Record<PictureKind, RegExp>> = { JPEG: /^\.jpe?g$/i, PNG: /^\.png$/i }

const saveAgain = '用看图软件打开，另存为 JPEG；只改文件名的结尾没有用'

/** What to do with a picture of a kind that is not read. */
const conversions: Partial<Record<PictureKind, string>> = {
  HEIC: 'Windows 用“照片”打开，另存为 JPG；Mac 用“预览”打开，导出为 JPEG；苹果手机以后在“设置—相机—格式”里选“兼容性最佳”。只改文件名的结尾没有用',
  PDF: '把里面的照片另存为 JPEG，或向供图的人要原照片',
}

/** What is wrong with a file's kind, or with its name for that kind. */
function wrongKind(name: string, kind: PictureKind | undefined): ProblemWords | undefined {
  const ending = kind && endings[kind]
  if (ending?.test(extname(name))) return undefined
  if (ending) {
    const wanted = kind === 'PNG' ? '.png' : '.jpg'
    return {
      found: `${kind} 格式的${named(name)}`,
      expected: `以 ${wanted} 结尾的文件名`,
      hint: '把文件名的结尾改对，这里跟着改',
    }
  }
  return {
    found: kind ? `${kind} 格式的${named(name)}` : `读不出是什么格式的${named(name)}`,
    expected: 'JPEG 或 PNG 格式的照片',
    hint: (kind && conversions[kind]) ?? saveAgain,
  }
}

const sendAgain = '多半是没有传完、没有存完；向供图的人再要一份，或用看图软件打开看看'

/** What is wrong with the size of a photograph. */
function wrongSize(name: string, { size, isWhole }: DecodedPhoto): ProblemWords | undefined {
  if (!size) return { found: `打不开的${named(name)}`, expected: '完整的照片', hint: sendAgain }
  const { width, height } = size
  const found = `${width}×${height} 像素的${named(name)}`
  if (width * height > maxPixels) {
    const hint = '用看图软件把长边缩到 6000 像素以内，另存一份'
    return { found, expected: `不超过 ${megapixels(maxPixels)}的照片`, hint }
  }
  if (Math.max(width, height) > maxRatio * Math.min(width, height))
    return {
      found,
      expected: `长边不超过短边 ${maxRatio} 倍的照片`,
      hint: '太窄长的照片在手机上只有一条线，裁去两头',
    }
  return isWhole
    ? undefined
    : { found: `只读得出一部分的${named(name)}`, expected: '完整的照片', hint: sendAgain }
}

/** What is wrong with a file that a caption names; undefined if it can be shown. */
export function wrongPhoto({ name, bytes, decoded }: PhotoFile): ProblemWords | undefined {
  if (bytes > maxBytes)
    return {
      found: `${megabytes(bytes)} 的${named(name)}`,
      expected: `不超过 ${megabytes(maxBytes)} 的照片`,
      hint: '用看图软件另存为 JPEG，长边 4000 像素就够',
    }
  if (bytes === 0) return { found: `空的${named(name)}`, expected: '完整的照片', hint: sendAgain }
  if (!decoded)
    return {
      found: `读不下去的${named(name)}`,
      expected: 'JPEG 或 PNG 格式的照片',
      hint: saveAgain,
    }
  if (decoded.moves)
    return { found: `会动的图“${innerQuotes(name)}”`, expected: '不动的照片', hint: saveAgain }
  return wrongKind(name, decoded.kind) ?? wrongSize(name, decoded)
}
