import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { gapWords } from '../../src/facts/gaps.ts'
import { findIndicator } from '../../src/facts/indicator.ts'
import { formatQuantity } from '../../src/facts/wording.ts'
import { palette } from '../../src/pictures/palette.ts'
import { wordsOfSvg } from '../../src/pictures/rasterize.ts'
import {
  chapterCard,
  editionCard,
  figureCard,
  type ShareCard,
  shareText,
} from '../../src/pictures/shareCard.ts'
import { layOutCard, sharePicture } from '../../src/pictures/sharePicture.ts'
import type { ChapterFrontMatter } from '../../src/schemas/figures.ts'
import { edition, withObservations } from '../charts/edition2025.ts'

const content = new URL('../fixtures/known/content/2025/', import.meta.url)
const files = readdirSync(content).filter((file) => file.endsWith('.mdx'))
const chapters = files.map((file) => {
  const [, head = ''] = readFileSync(new URL(file, content), 'utf8').split('---')
  return { ...(parse(head) as ChapterFrontMatter), slug: file.replace('.mdx', '') }
})
const lede = chapters.find((chapter) => chapter.order === 0)
if (!lede) throw new Error('没有首页导语')
const cards: [string, ShareCard][] = [
  ['edition', editionCard(edition, lede)],
  ...chapters
    .filter((chapter) => chapter.order > 0)
    .map((chapter): [string, ShareCard] => [chapter.slug, chapterCard(edition, chapter)]),
  ...edition.figures.map((figure): [string, ShareCard] => [
    figure.id,
    figureCard(edition, figure, '图1-1'),
  ]),
]
const shown = (card: ShareCard) => wordsOfSvg(layOutCard(card, 47))
const cardOf = (id: string) => cards.find(([name]) => name === id)?.[1] as ShareCard

describe.each(cards)('the picture of %s', (_id, card) => {
  test('fits its words, whole, in 1200 × 630', async () => {
    const png = await sharePicture(card)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  })

  test('shows what its alternative text says', () => {
    const words = shown(card)
    for (const phrase of shareText(card).split(/[。，、 ]/)) {
      expect(words).toContain(phrase.replace('履职亮点回眸2025年版', '2025年版'))
    }
  })
})

test('a chapter is led by its figure in the words of the page, and by nothing it lacks', () => {
  for (const initiative of edition.initiatives) {
    const words = shown(cardOf(initiative.chapter))
    expect(words).toContain(formatQuantity(findIndicator(edition.indicators, initiative.indicator)))
    expect(words.match(gapWords)).toBeNull()
  }
})

test('a qualifier stays with its number, and an undisclosed figure is named so', () => {
  const figure = edition.figures.find(({ id }) => id === 'submissions')
  if (!figure) throw new Error('没有图版 submissions')
  expect(shown(figureCard(edition, figure, '图4-2'))).toContain('累计500余篇')
  const hidden = withObservations((observation) => ({
    ...observation,
    value: null,
    status: 'undisclosed',
    period: null,
  }))
  const [first] = chapters.filter((chapter) => chapter.order === 1)
  if (!first) throw new Error('没有第一章')
  expect(shown(chapterCard(hidden, first))).toContain('政企协商未公布')
})

test('the outlook shows its set phrases whole', () => {
  const phrases = ['以协商聚共识', '以监督促落实', '以提案解难题', '以民意导方向', '以书香育智慧']
  for (const phrase of phrases) expect(shown(cardOf('outlook'))).toContain(phrase)
})

test('a chapter that no initiative leads to and that is no outlook has neither on its card', () => {
  const [chapter] = chapters
  if (!chapter) throw new Error('没有章')
  const { lead, upright } = chapterCard(edition, { ...chapter, slug: 'another' })
  expect([lead, upright]).toEqual([undefined, undefined])
})

test('a heading too long for the largest size is set smaller, and one that never fits is an error', async () => {
  const long = (count: number): ShareCard => ({
    year: 2025,
    body: '示例区',
    stamp: null,
    mark: '图1-1',
    heading: Array.from({ length: count }, () => [
      { text: '单日最高达10万人次，', qualifier: false },
    ]),
    subtitle: '',
  })
  await expect(sharePicture(long(12))).resolves.toBeInstanceOf(Uint8Array)
  await expect(sharePicture(long(60))).rejects.toThrow('画不下')
})

test('a lead too wide for its column is set smaller, its words beside it', () => {
  const card: ShareCard = {
    ...cardOf('public-opinion'),
    lead: {
      leadIn: '单日最高',
      figure: [
        { text: '近', role: 'qualifier' },
        { text: '123456', role: 'number' },
        { text: '万', role: 'number' },
        { text: '人次', role: 'unit' },
      ],
    },
  }
  const size = Number(/font-size="([\d.]+)"[^>]*>123456</.exec(layOutCard(card, 47))?.[1])
  expect(size).toBeGreaterThan(90)
  expect(size).toBeLessThan(180)
})

test('the colours of pictures are those of the pages', () => {
  const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')
  const light = tokens.slice(tokens.indexOf(':root {')).split('}')[0]
  for (const [name, colour] of Object.entries(palette)) {
    const token = name.replace(/(\d)$/, '-$1')
    expect(light, token).toContain(`--${token}: ${colour};`)
  }
})
