import type { Page } from 'playwright-core'

/**
 * The percentage of a chapter's visible Han characters that are prose (title, lede, headings, paragraphs, captions),
 * out of all that `<main>` shows with its details closed, drawings included.
 */
export async function proseShare(page: Page, address: string): Promise<number> {
  await page.goto(address)
  const { prose, all } = await page.evaluate(() => {
    let [prose, all] = [0, 0]
    const main = document.querySelector('main') as Element
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent, nodeValue: text } = node
      if (!parent?.checkVisibility({ contentVisibilityAuto: true })) continue
      if (parent.closest('.vh, script, style, details:not([open]) > :not(summary)')) continue
      const han = text?.match(/\p{Script=Han}/gu)?.length ?? 0
      all += han
      if (parent.closest('.chapter-head .t, .prose .col, :is(.plate, .photo) .caption, .say-so'))
        prose += han
    }
    return { prose, all }
  })
  return (100 * prose) / all
}
