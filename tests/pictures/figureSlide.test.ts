import { expect, test } from 'vitest'
import { findChart } from '../../src/charts/registry.ts'
import { gapWords } from '../../src/facts/gaps.ts'
import { figureSlide } from '../../src/pictures/figureSlide.ts'
import { figureWords } from '../../src/pictures/figureWords.ts'
import { wordsOfSvg } from '../../src/pictures/rasterize.ts'
import { edition } from '../charts/edition2025.ts'
import { complete, figureIds } from '../charts/edition2099.ts'

const slide = (source: typeof edition, id: string) =>
  figureSlide(figureWords(source, id, '图一'), (cut) => findChart(id).draw(source, cut))

test.each(figureIds)('the slide of %s has finding, drawing, source and edition on white', (id) => {
  const sources = [edition, complete].filter(({ figures }) => figures.some((one) => one.id === id))
  for (const source of sources) {
    const words = figureWords(source, id, '图一')
    const svg = slide(source, id)
    expect(svg).toContain('<rect width="1920" height="1080" fill="#fff"/>')
    const said = wordsOfSvg(svg)
    expect(said).toContain(
      words.headline
        .flat()
        .map(({ text }) => text)
        .join('')
        .slice(0, 6),
    )
    expect(said).toContain('来源：')
    expect(said).toContain(words.edition)
  }
})

test.each(edition.figures)('the slide of $id says only what is published', ({ id }) => {
  expect(slide(edition, id).match(gapWords)).toBeNull()
})

test('what lies behind lettering is white too', () => {
  expect(slide(edition, 'loop')).toContain('.pp{fill:#fff}')
})

test('an edition that is not real stamps its slides, a real one does not', () => {
  expect(slide(complete, 'sessions')).toContain('示例数据')
  expect(slide(edition, 'sessions')).not.toContain('示例数据')
})
