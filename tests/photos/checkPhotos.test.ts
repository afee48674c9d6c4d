import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { formatProblem, sortProblems } from '../../src/documents/problem.ts'
import { checkPhotos, photoNotices } from '../../src/photos/checkPhotos.ts'
import { loadRegisters } from '../../src/records/registers.ts'
import { validate } from '../../src/validation/validate.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

const captions = 'data/2025/captions.json'
const folder = 'content/2025/photos'

let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
  mkdirSync(join(copy.root, folder))
})

const put = (name: string, bytes: Uint8Array) => writeFileSync(join(copy.root, folder, name), bytes)

const plain = (width = 1200, height = 800, background = '#86a9a7') =>
  sharp({ create: { width, height, channels: 3, background } })
const jpeg = (picture: Sharp = plain()) => picture.jpeg().toBuffer()
const png = (picture: Sharp = plain()) => picture.png().toBuffer()

/** Gives the first caption that has none a photograph; returns the line of its name. */
const name = (image: string, rest = '"alt": "示例画面", "credit": "示例供图"') =>
  copy.edit(captions, '"image": null', `"image": ${JSON.stringify(image)}, ${rest}`)

const words = (problems: readonly Parameters<typeof formatProblem>[0][]) =>
  problems.map(formatProblem)
const read = () => {
  const registers = loadRegisters(copy.root, 2025)
  return { registers, document: registers.byName.get('captions')?.document }
}
const found = () => {
  const { registers, document } = read()
  return words(sortProblems([...registers.problems, ...checkPhotos(copy.root, 2025, document)]))
}
const noticed = () => words(photoNotices(copy.root, 2025, read().document))

describe('a photograph that a caption names', () => {
  test.each([
    ['a JPEG', '动员会.jpg', () => jpeg()],
    ['a PNG', 'DSC 0001.PNG', () => png()],
    ['a JPEG of four inks', 'cmyk.jpeg', () => jpeg(plain().toColourspace('cmyk'))],
    ['a PNG of sixteen bits', 'deep.png', () => png(plain().toColourspace('rgb16'))],
    ['a panorama wider than WebP can hold', 'long.jpg', () => jpeg(plain(17_000, 3000))],
  ])('may be %s', async (_kind, file, make) => {
    put(file, await make())
    name(file)
    expect(found()).toEqual([])
    expect(noticed()).toEqual([])
  })

  test('may be named as Windows and the web write a letter, though the Mac writes it in two', async () => {
    put('re\u0301union.jpg', await jpeg())
    name('r\u00e9union.jpg')
    expect(found().filter((line) => line.includes('照片'))).toEqual([])
  })

  const noise = () =>
    plain().composite([
      {
        input: Buffer.from(
          '<svg width="1200" height="800"><circle cx="600" cy="400" r="300"/></svg>',
        ),
      },
    ])
  const cut = (bytes: Buffer, part: number) => bytes.subarray(0, Math.floor(bytes.length * part))
  const animated = async () => {
    const still = await png()
    const control = Buffer.from(
      '00000008616354 4c0000000200000000f38d9370'.replaceAll(' ', ''),
      'hex',
    )
    const at = still.indexOf('IDAT') - 4
    return Buffer.concat([still.subarray(0, at), control, still.subarray(at)])
  }
  const heic = Buffer.from('000000186674797068656963000000006d696631', 'hex')

  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['is a JPEG cut in half', '断.jpg', async () => cut(await jpeg(noise()), 0.5)],
    ['is a JPEG without its last bytes', '断.jpg', async () => cut(await jpeg(noise()), 0.99)],
    ['is a PNG cut in half', '断.png', async () => cut(await png(noise()), 0.5)],
    ['is a JPEG of nothing but a header', '断.jpg', async () => cut(await jpeg(), 0.02)],
    ['is empty', '空.jpg', () => new Uint8Array()],
    ['is a PNG by another name', '会场.jpg', () => png()],
    ['is a JPEG by another name', '会场.png', () => jpeg()],
    ['comes from a telephone', 'IMG_0001.HEIC', () => heic],
    ['comes from a telephone and was only renamed', 'IMG_0001.jpg', () => heic],
    ['is a WebP', '网图.webp', () => plain().webp().toBuffer()],
    ['is a GIF', '动图.gif', () => plain(8, 8).gif().toBuffer()],
    ['is a document', '照片.pdf', () => Buffer.from('%PDF-1.7 …')],
    ['is a text', '说明.jpg', () => Buffer.from('照片另发')],
    ['moves', '动.png', animated],
    ['has too many pixels', '大.png', () => png(plain(12_000, 11_000))],
    ['is a strip', '条.jpg', () => jpeg(plain(7000, 1000))],
    ['is a tower', '塔.jpg', () => jpeg(plain(1000, 7000))],
    ['has too many bytes', '重.jpg', () => new Uint8Array(41_000_000)],
  ])('is refused if it %s', async (_what, file, make) => {
    put(file, await make())
    const line = name(file)
    const [said = '', ...more] = found()
    expect(more).toEqual([])
    expect(said.startsWith(`${captions}:${line}:`)).toBe(true)
    expect(said.replace(/^\S+ /, '')).toMatchSnapshot()
  })

  test('is refused if it is a folder', () => {
    mkdirSync(join(copy.root, folder, '会场'))
    name('会场')
    expect(found().join()).toContain('发现读不下去的照片“会场”')
  })

  test('has to be there, under the very same name', async () => {
    put('Huichang.JPG', await jpeg())
    const line = name('huichang.jpg')
    expect(found()).toEqual([
      `${captions}:${line}:14 发现没有放进文件夹的照片“huichang.jpg”；应为${folder}/ 里的一个文件的名字。提示：是不是“Huichang.JPG”；大小写、空格和结尾都要一样。`,
    ])
  })

  test('is not named with a folder', async () => {
    put('a.jpg', await jpeg())
    name('photos/a.jpg')
    expect(found().join()).toContain('应为文件名，不带文件夹')
  })

  test('belongs to one caption alone, whatever its name', async () => {
    put('甲.jpg', await jpeg())
    put('乙.jpg', await jpeg())
    const first = name('甲.jpg')
    const again = name('甲.jpg')
    const copied = name('乙.jpg')
    const earlier = `第 ${first} 行的“soe-reform”已经用了它`
    const lines = found()
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(`${captions}:${again}:14 发现又用了一次的照片“甲.jpg”`)
    expect(lines[1]).toContain(`${captions}:${copied}:14 发现与“甲.jpg”一模一样的照片“乙.jpg”`)
    for (const line of lines) expect(line).toContain(earlier)
  })

  test('is said with all others that are wrong, at once', async () => {
    put('断.jpg', cut(await jpeg(noise()), 0.5))
    put('IMG.HEIC', heic)
    const lines = [name('断.jpg'), name('IMG.HEIC'), name('没有.jpg')]
    const { problems } = validate(copy.root)
    expect(problems.map(({ line }) => line)).toEqual(lines)
  })
})

describe('with a photograph a caption says', () => {
  beforeEach(async () => put('a.jpg', await jpeg()))

  test.each([
    ['what it shows', '"credit": "示例供图"', '缺少属性“alt”；应为文本，有照片就要写'],
    ['whose it is', '"alt": "示例画面"', '缺少属性“credit”；应为文本，有照片就要写'],
    [
      'whose it is, not null',
      '"alt": "示例画面", "credit": null',
      '发现 null；应为文本，有照片就要写',
    ],
  ])('%s', (_what, rest, message) => {
    name('a.jpg', rest)
    expect(found().join()).toContain(message)
  })

  test('what it shows in other words than the caption', () => {
    copy.edit(captions, '"text": "', '"text": "示例画面。", "x": "')
    name('a.jpg', '"alt": "示例|画面", "credit": "示例供图"')
    expect(found().join()).toContain('应为画面上有什么，不是照抄图注')
  })

  test('no number that is not bound', () => {
    name('a.jpg', '"alt": "台上坐着八个人", "credit": "示例供图"')
    expect(words(validate(copy.root).problems).join()).toContain('八个')
  })
})

test('a caption without a photograph describes none', () => {
  copy.edit(captions, '"image": null', '"image": null, "alt": "示例画面"')
  expect(found().join()).toContain('应为null，没有照片就不写')
})

test('a file that no caption names is a notice, and litter is nothing', async () => {
  put('备用.jpg', await jpeg())
  put('Thumbs.db', new Uint8Array(9))
  expect(found()).toEqual([])
  expect(noticed()).toEqual([
    `${folder}/备用.jpg:1:1 发现没有登记的文件；应为captions.json 里有一条图注的 image 写着它的名字。提示：不登记就不上网页；不用的照片移到别处。`,
  ])
})

test('a photograph that will look small is a notice', async () => {
  put('小.jpg', await jpeg(plain(320, 240)))
  name('小.jpg')
  expect(found()).toEqual([])
  expect(noticed().join()).toContain('只有 320×240 像素的照片“小.jpg”')
})

test('a photograph that is saved again is read again', async () => {
  put('a.jpg', cutInHalf(await jpeg()))
  name('a.jpg')
  expect(found()).toHaveLength(1)
  put('a.jpg', await jpeg())
  expect(found()).toEqual([])
})

const cutInHalf = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
