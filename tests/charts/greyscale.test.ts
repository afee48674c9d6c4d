import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type Cut, cuts } from '../../src/charts/chart.ts'
import { legendMarks } from '../../src/charts/parts/legend.ts'
import { findChart } from '../../src/charts/registry.ts'
import { palette } from '../../src/pictures/palette.ts'
import { paper } from '../../src/pictures/paper.ts'
import { plateRules } from '../../src/pictures/plateStyle.ts'
import { rasterize } from '../../src/pictures/rasterize.ts'
import { edition } from './edition2025.ts'
import { complete, figureIds } from './edition2099.ts'

/** The pixels of an SVG in greyscale, 0 black to 255 white, at one px per unit. */
async function greyOf(svg: string, width: number) {
  const { data, info } = await sharp(Buffer.from(await rasterize(svg, width)))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const luminance = (grey: number) => {
  const share = grey / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
const contrast = (one: number, other: number) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The ink of one mark class by itself: its share of the pixels, and the darkest value. */
async function inkOf(path: string, cut: Cut, height: number) {
  const { data } = await greyOf(paper(cut.width, height, [path]), cut.width)
  const ground = data[0] ?? 255
  return {
    darkest: data.reduce((least, grey) => Math.min(least, grey), 255),
    ground,
    inked: data.filter((grey) => Math.abs(grey - ground) > 12).length,
  }
}

const states = [
  ['as public now', edition],
  ['with complete records', complete],
] as const
const statesOf = (id: string) =>
  states.filter(([, { figures }]) => figures.some((figure) => figure.id === id))

describe.each(figureIds)('%s in greyscale', (id) => {
  test.each(statesOf(id))('%s keeps every mark at 3:1 on paper', async (_, source) => {
    const drawing = findChart(id).draw(source, cuts.w)
    const paths = drawing.body.match(/<path [^>]*>/g) ?? []
    const classes = new Map<string, string>()
    for (const path of paths) {
      const mark = /class="(\w+)"/.exec(path)?.[1] ?? ''
      // Rules are decoration and paper is background; neither carries meaning by itself.
      if (mark !== 'r' && mark !== 'pp') classes.set(mark, (classes.get(mark) ?? '') + path)
    }
    expect(classes.size).toBeGreaterThan(0)
    for (const [mark, drawn] of classes) {
      // Hairlines fall between pixels, so they are drawn solid to measure their tone.
      const solid = drawn.replaceAll(
        `class="${mark}"`,
        `class="${mark}" style="stroke-width:3;stroke-dasharray:none"`,
      )
      const { darkest, ground, inked } = await inkOf(solid, cuts.w, drawing.height)
      expect(inked, mark).toBeGreaterThan(0)
      expect(contrast(darkest, ground), mark).toBeGreaterThanOrEqual(3)
    }
  })
})

test('every state of the legend is another form without its colour', async () => {
  const black = (body: string) =>
    body.replaceAll(/class="(\w+)"/g, (_, mark: string) => {
      const { fill = 'none', ...rest } = plateRules[`.${mark}`] ?? {}
      const tone = fill === 'none' ? 'fill:none;stroke:#000' : 'fill:#000'
      const form = Object.entries(rest)
        .filter(([name]) => name.startsWith('stroke-'))
        .map(([name, value]) => `;${name}:${value}`)
        .join('')
      return `style="${tone}${form}"`
    })
  const samples = await Promise.all(
    legendMarks().map(async ({ name, body }) => ({
      name,
      data: (await greyOf(paper(120, 34, [black(body)]), 480)).data,
    })),
  )
  for (const [index, one] of samples.entries())
    for (const other of samples.slice(index + 1)) {
      const different = one.data.filter((grey, at) => Math.abs(grey - (other.data[at] ?? 0)) > 60)
      // Only the caps distinguish 达 from an exact value: at least 0.5 % of the sample's area.
      expect(different.length / one.data.length, `${one.name}与${other.name}`).toBeGreaterThan(
        0.005,
      )
    }
})

const css = readFileSync(new URL('../../src/styles/charts.css', import.meta.url), 'utf8')

test('pictures style marks as the pages do', () => {
  const tokens: Record<string, string> = {
    ...palette,
    'ink-2': palette.ink2,
    'ink-3': palette.ink3,
  }
  const plain = (value: string) =>
    value.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => tokens[name] ?? whole)
  for (const [selector, style] of Object.entries(plateRules)) {
    if (!selector.startsWith('.')) continue
    const rule = new RegExp(`\\.chart \\${selector} \\{([^}]+)\\}`).exec(css)?.[1] ?? ''
    for (const [name, value] of Object.entries(style)) {
      if (name === 'font-family') continue
      const written = new RegExp(`(?:^|[\\s;])${name}: ([^;]+);`).exec(rule)?.[1]
      expect(plain(written ?? ''), `${selector} ${name}`).toBe(String(value))
    }
  }
})
