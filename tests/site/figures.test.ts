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
    const files = ['/index.html', '/embed/index.html', '.svg', '.png', '.csv', '.poster.png']
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
    expect(svg.length).toBeLessThan(480_000)
  })

  test('include a PNG of twice the plate, and a portrait poster, neither blank', async () => {
    const [plate, poster] = await Promise.all(
      [`${id}.png`, `${id}.poster.png`].map(async (file) => {
        const image = sharp(read(file))
        return { ...(await image.metadata()), ...(await image.stats()) }
      }),
    )
    expect(plate).toMatchObject({ format: 'png', width: 2000 })
    expect(poster).toMatchObject({ format: 'png', width: 1080, height: 1440 })
    for (const image of [plate, poster]) expect(image?.entropy).toBeGreaterThan(0.3)
  })

  test('say no address while the site has none', () => {
    const page = builtPages.find((one) => one.path === `/2025/charts/${id}/`)?.document
    expect(page?.querySelector('.downloads-of pre')).toBeNull()
    expect(page?.querySelectorAll('.downloads-of a')).toHaveLength(5)
  })
})
