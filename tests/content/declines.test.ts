import { expect, test } from 'vitest'
import { readAllPages, squeeze, textWithout } from './builtPage.ts'

const decline = 'data[data-indicator^="supervision."][data-indicator$="-decline"]'
const named = /检查的?户数|处罚的?案件数/u
const forbidden =
  /同比|环比|较[上去前]|比[上去前]|[与和同跟]去年|与上年|因此|因而|所以|使得|致使|促使|得益于|由于|归功|从而|以致|有效遏制|监督[之以]?后|监督以来|推动|助推|带动|成效|大幅|显著|明显|高于|低于|超过|多于|少于|大于|小于|更/gu

const leaf = 'p, li, dt, dd, tr, caption, figcaption, h1, h2, h3, h4, blockquote, summary'
const frame = 'figure, [popover]'
/** The cells of a figure's table that are not about the declines: the supervision before them, step by step. */
const before = `tbody tr:not(:has(${decline}))`

/** The sentences of a text that mention a decline. */
const sentencesOf = (text: string) => text.split(/(?<=。)/u).filter((each) => named.test(each))

/**
 * The texts about a decline: every figure and popover about one as a whole, and elsewhere the sentences that mention
 * one.
 */
function declineWords(main: Element): Set<string> {
  const words = new Set<string>()
  for (const number of main.querySelectorAll(decline)) {
    const around = number.closest(frame)
    if (around) words.add(textWithout(around, `svg, ${before}`))
  }
  for (const block of main.querySelectorAll(leaf)) {
    for (const sentence of sentencesOf(textWithout(block, 'svg'))) words.add(sentence)
  }
  return words
}

const blocks = [...readAllPages()].flatMap(([file, main]) =>
  [...declineWords(main)].map((text) => ({ file, text })),
)

test('both declines are on the cover and in their chapter', () => {
  const pages = readAllPages()
  for (const file of ['2025/index.html', '2025/supervision/index.html']) {
    const ids = [...(pages.get(file)?.querySelectorAll(decline) ?? [])].map((number) =>
      number.getAttribute('data-indicator'),
    )
    expect(new Set(ids)).toEqual(
      new Set(['supervision.inspected-households-decline', 'supervision.penalty-cases-decline']),
    )
  }
})

test('nothing that mentions a decline gives it a cause or a comparison', () => {
  const found = blocks.flatMap(({ file, text }) =>
    [...text.matchAll(forbidden)].map((match) => `${file}：“${match[0]}”见于“${text}”`),
  )
  expect(found).toEqual([])
})

test('the paragraph of the declines gives period and units', () => {
  const supervision = readAllPages().get('2025/supervision/index.html')
  const paragraphs = [...(supervision?.querySelectorAll('section p') ?? [])]
    .filter((paragraph) => paragraph.querySelectorAll(decline).length === 2)
    .map((paragraph) => squeeze(paragraph.textContent ?? ''))
  expect(paragraphs.length).toBeGreaterThan(0)
  expect(paragraphs.join('')).toMatch(/2025年.*户数下降.*案件数下降.*以户计.*以件计/u)
})

test('what the declines are measured against is said to be undisclosed where each is defined', () => {
  const supervision = readAllPages().get('2025/supervision/index.html')
  const definitions = [...(supervision?.querySelectorAll('[popover]') ?? [])]
    .filter((popover) => popover.querySelector(decline))
    .map((popover) => squeeze(popover.textContent ?? ''))
  expect(definitions).toHaveLength(2)
  for (const definition of definitions) expect(definition).toMatch(/基期.*均未公布/u)
})

test('a decline on the cover stands after what was done', () => {
  const line = [...(readAllPages().get('2025/index.html')?.querySelectorAll('.line') ?? [])].find(
    (each) => each.querySelector(decline),
  )
  const text = squeeze(line?.textContent ?? '')
  const told = ['监督小组', '监督报告', '行为准则', '长效机制', '户数下降', '案件数下降']
  const places = told.map((words) => text.lastIndexOf(words))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places[0]).toBeGreaterThanOrEqual(0)
})
