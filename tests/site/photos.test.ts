import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parseHTML } from 'linkedom'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { pictureKind } from '../../src/photos/pictureKind.ts'
import { photoFolder } from '../../src/photos/readPhotos.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'
import { drawnPhotos } from '../fixtures/drawnPhotos.ts'
import { openBuild } from '../services.ts'
import { dist } from './builtPages.ts'

const shown = drawnPhotos.filter(({ name }) => name !== null)
const year = 2099

/** What a camera, a telephone or a program writes into a picture beside the pixels. */
const traces = [
  'Exif\0',
  'eXIf',
  'EXIF',
  'GPSL',
  'http://ns.adobe.com/xap/',
  'adobe:ns:meta',
  'XMP ',
  'iTXt',
  'tEXt',
  'Photoshop 3.0',
  'Example District',
]

const kinds: Record<string, string> = {
  '.jpg': 'JPEG',
  '.png': 'PNG',
  '.webp': 'WebP',
  '.avif': 'AVIF',
}

let folder: string
beforeAll(async () => {
  folder = (await openBuild('complete')).folder
})

const filesIn = (site: string) =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const pageOf = (chapter: string) =>
  parseHTML(readFileSync(join(folder, `${year}/${chapter}/index.html`), 'utf8')).document

describe.each([
  ['the site', () => dist],
  ['the edition with photographs', () => folder],
])('in %s', (_site, site) => {
  const pictures = () => filesIn(site()).filter((file) => kinds[extname(file)])

  test('no picture carries anything but its pixels', () => {
    expect(pictures().length).toBeGreaterThan(20)
    for (const file of [
      ...pictures(),
      ...filesIn(site()).filter((name) => name.endsWith('.pdf')),
    ]) {
      const bytes = readFileSync(file)
      const own = extname(file) === '.pdf' ? ['Exif\0', 'GPSL', 'Example District'] : traces
      for (const trace of own) expect(bytes.includes(trace), `${file}: ${trace}`).toBe(false)
    }
  })

  test('every picture is of the kind that its name says', () => {
    for (const file of pictures())
      expect(pictureKind(readFileSync(file)), file).toBe(kinds[extname(file)])
  })
})

test('pictures that sharp reads have no Exif, XMP or profile', async () => {
  for (const file of filesIn(join(folder, `${year}/photos`))) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(file).metadata()
    expect({ exif, xmp, iptc, icc, orientation }, file).toEqual({})
  }
})

test('no photograph is published as it was supplied, by its bytes or by its name', () => {
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
  const supplied = shown.map(({ name }) => join(completeRoot, photoFolder(year), name ?? ''))
  const published = filesIn(folder)
  const digests = new Set(published.map(digest))
  for (const file of supplied) expect(digests.has(digest(file)), file).toBe(false)
  const text = published.filter((file) => /\.(?:html|json|csv|xml)$/.test(file))
  for (const file of text)
    for (const { name } of shown)
      expect(readFileSync(file, 'utf8').includes(name ?? ''), `${file}: ${name}`).toBe(false)
})

test.each(shown)(
  'the photograph $id is told of, sized and credited before it is there',
  ({ id, chapter, alt, size }) => {
    const figure = pageOf(chapter).querySelector(`figure[data-plate="${id}"]`)
    const image = figure?.querySelector('img')
    expect(image?.getAttribute('alt')).toBe(alt)
    expect(image?.getAttribute('loading')).toBe('lazy')
    expect(image?.getAttribute('decoding')).toBe('async')
    const [width, height] = ['width', 'height'].map((side) => Number(image?.getAttribute(side)))
    expect((width ?? 0) / (height ?? 1)).toBeCloseTo(size[0] / size[1], 2)
    expect(figure?.querySelector('.src')?.textContent).toContain('示例区绘')
    expect(figure?.querySelector('figcaption .caption')?.textContent).toContain('示例图注')
    for (const source of figure?.querySelectorAll('source') ?? [])
      expect(source.getAttribute('sizes')).toMatch(/px|vw/)
  },
)

test('every address of a photograph leads to its file', () => {
  for (const { chapter } of shown) {
    const addresses = [...pageOf(chapter).querySelectorAll('.photo :is(source, img, a)')].flatMap(
      (node) =>
        [
          node.getAttribute('srcset') ?? '',
          node.getAttribute('src') ?? node.getAttribute('href') ?? '',
        ]
          .join(', ')
          .split(', ')
          .map((candidate) => candidate.split(' ')[0] ?? '')
          .filter(Boolean),
    )
    expect(addresses.length).toBeGreaterThan(8)
    for (const address of addresses) readFileSync(join(folder, address))
  }
})

test('a caption without its photograph still stands alone', () => {
  const plate = pageOf('consultation').querySelector('[data-plate="bare"]')
  expect(plate?.classList.contains('plate')).toBe(true)
  expect(plate?.querySelector('img')).toBeNull()
})

test('the share picture of a chapter shows its first photograph', async () => {
  for (const chapter of ['consultation', 'learning']) {
    const meta = (name: string) =>
      pageOf(chapter).querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? ''
    expect(meta('og:image')).toBe(`https://www.example.org/share/${year}-${chapter}.jpg`)
    expect(meta('og:image:type')).toBe('image/jpeg')
    expect(meta('og:image:alt')).toContain('画：')
    expect(meta('og:image:alt')).toContain('示例数据')
    const picture = await sharp(join(folder, `share/${year}-${chapter}.jpg`)).metadata()
    expect(picture).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
  }
})

test('the data of a caption lead to its picture', () => {
  const csv = readFileSync(join(folder, `${year}/data/captions.csv`), 'utf8')
  for (const { id, alt } of shown) {
    expect(csv).toContain(`photos/${id}.jpg`)
    expect(csv).toContain(alt ?? '')
  }
})
