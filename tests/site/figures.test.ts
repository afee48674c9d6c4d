import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { builtFiles, builtPages, dist } from './builtPages.ts'

const gallery = builtPages.find((page) => page.path === '/2025/charts/')?.document
const ids = [...(gallery?.querySelectorAll('figure[data-figure]') ?? [])].map(
  (figure) => figure.getAttribute('data-figure') ?? '',
)
const read = (file: string) => readFileSync(join(dist, '2025/charts', file))

/** The density of a PNG, across and down, and its unit: 1 means px per metre. */
function densityOf(png: Buffer): number[] {
  const at = png.indexOf('pHYs')
  return at < 0 ? [] : [png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12] ?? 0]
}

test('the gallery lists every figure of the edition', () => {
  const { length } = JSON.parse(
    readFileSync(new URL('../../data/2025/figures.json', import.meta.url), 'utf8'),
  )
  expect(ids).toHaveLength(length)
})

test('the gallery goes from chapter to chapter: each by its name, then its figures, each by its finding and to its page', () => {
  const chapters = [...(gallery?.querySelectorAll('main section:has(figure)') ?? [])].map(
    (section) => ({
      chapter: section.querySelector('h2 a')?.getAttribute('href'),
      figures: [...section.querySelectorAll('figure')].map((figure) => ({
        id: figure.getAttribute('data-figure'),
        page: figure.querySelector('h3 a')?.getAttribute('href'),
      })),
    }),
  )
  expect(chapters.map(({ chapter }) => chapter)).toEqual(
    ['consultation', 'supervision', 'proposals', 'public-opinion', 'learning', 'outlook'].map(
      (slug) => `/2025/${slug}/`,
    ),
  )
  for (const { chapter, figures } of chapters) {
    const page = builtPages.find((one) => one.path === chapter)?.document
    const drawn = [...(page?.querySelectorAll('figure[data-figure]') ?? [])]
    expect(figures.map(({ id }) => id).sort()).toEqual(
      drawn.map((figure) => figure.getAttribute('data-figure')).sort(),
    )
    for (const { id, page } of figures) expect(page).toBe(`/2025/charts/${id}/`)
  }
})

describe.each(ids)('the files of %s', (id) => {
  test('are all there at their fixed addresses', () => {
    const files = [
      '/index.html',
      '/embed/index.html',
      '.svg',
      '.png',
      '.csv',
      '.poster.png',
      '.slide.png',
    ]
    expect(builtFiles).toEqual(
      expect.arrayContaining(files.map((end) => `2025/charts/${id}${end}`)),
    )
  })

  test('include an SVG that stands alone, all its text as outlines, its words in title and description', () => {
    const svg = read(`${id}.svg`).toString('utf8')
    expect(svg).not.toMatch(
      /<(text|style|script|image|use|foreignObject)\b|href=|url\(|@import|font-family/,
    )
    expect(svg.match(/https?:[^"]+/g)).toEqual(['http://www.w3.org/2000/svg'])
    expect(svg).toMatch(/<title>[^<]{6,}<\/title><desc>[^<]{20,}<\/desc>/)
    // In a document it is as wide as the PNG: a drawing of 15 cm with its margins.
    expect(svg).toMatch(/^<svg role="img" width="16\.376cm" height="[\d.]+cm" viewBox="0 0 1000 /)
    expect(svg.length).toBeLessThan(480_000)
  })

  test('include a PNG of twice the plate, a portrait poster and a 16:9 slide, none blank', async () => {
    const [plate, poster, slide] = await Promise.all(
      [`${id}.png`, `${id}.poster.png`, `${id}.slide.png`].map(async (file) => {
        const image = sharp(read(file))
        return { ...(await image.metadata()), ...(await image.stats()) }
      }),
    )
    expect(plate).toMatchObject({ format: 'png', width: 2000 })
    expect(poster).toMatchObject({ format: 'png', width: 1080 })
    expect(poster?.height).toBeGreaterThan(1080)
    expect(slide).toMatchObject({ format: 'png', width: 1920, height: 1080 })
    for (const image of [plate, poster, slide]) expect(image?.entropy).toBeGreaterThan(0.3)
  })

  test('state the width of their pictures: drawings as wide as a page of text, a slide as a slide', () => {
    // 916 of 1000 units of a plate and 952 of 1080 px of a poster are 15 cm, a 16:9 slide is 33.867 cm wide.
    expect(densityOf(read(`${id}.png`))).toEqual([12213, 12213, 1])
    expect(densityOf(read(`${id}.poster.png`))).toEqual([6347, 6347, 1])
    expect(densityOf(read(`${id}.slide.png`))).toEqual([5669, 5669, 1])
  })

  test('say no address while the site has none', () => {
    const page = builtPages.find((one) => one.path === `/2025/charts/${id}/`)?.document
    expect(page?.querySelector('.downloads-of pre')).toBeNull()
    expect(page?.querySelectorAll('.downloads-of a')).toHaveLength(6)
  })
})
