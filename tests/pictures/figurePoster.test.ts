import sharp from 'sharp'
import { expect, test } from 'vitest'
import { findChart } from '../../src/charts/registry.ts'
import { gapWords } from '../../src/facts/gaps.ts'
import { formatQuantity } from '../../src/facts/wording.ts'
import { figurePoster, posterCut, posterWidth, qrCode } from '../../src/pictures/figurePoster.ts'
import { figureWords } from '../../src/pictures/figureWords.ts'
import { paper } from '../../src/pictures/paper.ts'
import { rasterize } from '../../src/pictures/rasterize.ts'
import { edition } from '../charts/edition2025.ts'
import { complete } from '../charts/edition2099.ts'

const figures = edition.figures.map(({ id }) => id)
const address = 'https://example.org/lvzhi/2025/charts/sessions/'
const poster = (source: typeof edition, id: string, site?: string) =>
  figurePoster(figureWords(source, id, '图一'), findChart(id).draw(source, posterCut), site)

test.each(figures)('the poster of %s has a code only where its page has an address', (id) => {
  expect(poster(edition, id)).not.toMatch(/example|https?:\/\/(?!www\.w3\.org)|#fff/)
  expect(poster(edition, id, address)).toContain('example.org/lvzhi/2025/charts/sessions/')
  expect(poster(edition, id, address)).toContain('fill="#fff"')
})

test('an address in Han stands on a poster in Han', () => {
  const han = new URL('https://南湖政协.example/履职/2025/charts/sessions/').href
  const lines = [...poster(edition, 'sessions', han).matchAll(/<text[^>]*>([^<]*)/g)]
  expect(lines.map(([, line]) => line)).toContain('南湖政协.example/履职/2025/charts/sessions/')
})

test.each(figures)('the poster of %s says only what is published', (id) => {
  expect(poster(edition, id).match(gapWords)).toBeNull()
})

test.each(figures)(
  'the poster of %s says finding, numbers, drawing, source and edition in this order',
  (id) => {
    const words = figureWords(edition, id, '图一')
    const svg = poster(edition, id, address)
    const drawing = findChart(id).draw(edition, posterCut)
    const at = [
      words.headline[0]?.[0]?.text ?? '',
      ...words.figures.map(({ label }) => label.slice(0, 4)),
      drawing.body,
      '来源：',
      words.edition,
      'example.org',
      '#fff',
    ].reduce((from, part) => {
      const found = svg.indexOf(part, from)
      expect(found, part.slice(0, 40)).toBeGreaterThanOrEqual(from)
      return found
    }, 0)
    expect(at).toBeGreaterThan(0)
  },
)

test.each(figures)('the poster of %s draws at a size that a phone can show', (id) => {
  const [, scale] = /scale\(([\d.]+)\)/.exec(poster(edition, id)) ?? []
  // On a phone 390 px wide, text is 12 px or larger.
  expect((Number(scale) * posterCut.lettering * 390) / posterWidth).toBeGreaterThanOrEqual(12)
})

test('the large numbers of a poster are those of its finding; a set phrase is none', () => {
  const large = (id: string) => figureWords(edition, id, '图一').figures.map(formatQuantity)
  expect(large('network-counts')).toEqual(['13个镇街', '112个村社', '171个'])
  expect(large('learning-model')).toEqual([])
  expect(large('timeline')).toEqual([])
})

test('an edition that is not real stamps its posters, a real one does not', () => {
  expect(poster(complete, 'sessions')).toContain('示例数据')
  expect(poster(edition, 'sessions')).not.toContain('示例数据')
})

test('the code has the three finders of a QR code and a quiet zone of four modules', async () => {
  const size = 330
  const png = await rasterize(paper(size, size, [qrCode('https://example.org/', 0, 0, size)]), size)
  const { data, info } = await sharp(Buffer.from(png))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const modules = 33
  const dark = (column: number, row: number) => {
    const [x, y] = [column, row].map((at) => Math.round(((at + 0.5) * size) / modules)) as [
      number,
      number,
    ]
    return (data[y * info.width + x] ?? 255) < 128
  }
  const line = (column: number, row: number) =>
    Array.from({ length: 7 }, (_, step) => dark(column + step, row))
  const finder = [true, false, true, true, true, false, true]
  for (const [column, row] of [
    [4, 7],
    [22, 7],
    [4, 25],
  ] as const)
    expect(line(column, row)).toEqual(finder)
  for (let at = 0; at < modules; at++)
    for (const edge of [0, 3, 29, 32]) expect(dark(at, edge) || dark(edge, at)).toBe(false)
})
