import { expect, test } from 'vitest'
import { figureSource } from '../../src/charts/figureSource.ts'
import { findChart } from '../../src/charts/registry.ts'
import { figurePoster, posterCut } from '../../src/pictures/figurePoster.ts'
import { figureSlide } from '../../src/pictures/figureSlide.ts'
import { figureWords } from '../../src/pictures/figureWords.ts'
import { complete } from './edition2099.ts'

const [correction] = complete.corrections
const corrected = '报送社情民意信息篇数原作累计510篇，2100年1月8日更正。'
/** The words of a drawing, its lines joined. */
const lettersOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)]
    .map(([, line]) => line?.replaceAll(/<[^>]*>/g, ''))
    .join('')

test('a figure names its sources once each, and what was corrected in its numbers', () => {
  expect(figureSource(complete, 'submissions')).toBe(
    `来源：原文导语第一段，“累计512篇”；原文导语第一段，“430篇”。${corrected}`,
  )
  expect(figureSource(complete, 'sessions')).not.toContain('更正')
  const same = { ...complete.figures.find(({ id }) => id === 'sessions'), id: 'sessions' }
  const twice = { ...same, sources: [same.sources?.[0], same.sources?.[0]] }
  const edition = { ...complete, figures: [twice] } as typeof complete
  expect(figureSource(edition, 'sessions').match(/12场/g)).toHaveLength(1)
})

test('a number corrected twice has both, oldest first', () => {
  const later = { ...correction, id: 'c2', old: '累计511篇', date: '2100-02-01' }
  const edition = { ...complete, corrections: [later, ...complete.corrections] }
  expect(figureSource(edition as typeof complete, 'submissions')).toMatch(/510篇.*511篇/)
})

test('a poster and a slide show what was corrected', () => {
  const words = figureWords(complete, 'submissions', '图一')
  const draw = findChart('submissions').draw
  const poster = figurePoster(words, draw(complete, posterCut), undefined)
  const slide = figureSlide(words, (cut) => draw(complete, cut))
  for (const svg of [poster, slide]) expect(lettersOf(svg)).toContain(corrected)
})
