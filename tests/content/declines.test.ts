import { expect, test } from 'vitest'
import { readAllPages, squeeze, textWithout } from './builtPage.ts'

const decline = 'data[data-indicator^="supervision."][data-indicator$="-decline"]'
const named = /检查的?户数|处罚的?案件数/u
const forbidden =
  /同比|环比|较[上去前]|比[上去前]|[与和同跟]去年|与上年|因此|因而|所以|使得|致使|促使|得益于|由于|归功|从而|以致|有效遏制|监督[之以]?后|监督以来|推动|助推|带动|成效|大幅|显著|明显|高于|低于|超过|多于|少于|大于|小于|更/gu

const leaf = 'p, li, dt, dd, tr, caption, figcaption, h1, h2, h3, h4, blockquote, summary'
const frame = 'figure, a, [popover]'

/** The blocks that speak of a decline, and the figures, links and popovers around its number. */
function declineBlocks(main: Element): Set<Element> {
  const blocks = new Set<Element>()
  for (const number of main.querySelectorAll(decline)) {
    for (const block of [number.closest(leaf), number.closest(frame)]) if (block) blocks.add(block)
  }
  for (const block of main.querySelectorAll(leaf)) {
    if (named.test(block.textContent ?? '')) blocks.add(block)
  }
  return blocks
}

const blocks = [...readAllPages()].flatMap(([file, main]) =>
  [...declineBlocks(main)].map((block) => ({ file, text: textWithout(block, 'svg') })),
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

test('the paragraph of the declines gives period and units, and says that the base is undisclosed', () => {
  const supervision = readAllPages().get('2025/supervision/index.html')
  const paragraphs = [...(supervision?.querySelectorAll('p') ?? [])]
    .filter((paragraph) => paragraph.querySelectorAll(decline).length === 2)
    .map((paragraph) => squeeze(paragraph.textContent ?? ''))
  expect(paragraphs.length).toBeGreaterThan(0)
  expect(paragraphs.join('')).toMatch(/2025年.*户.*件.*基期.*绝对数.*未公布/u)
})
