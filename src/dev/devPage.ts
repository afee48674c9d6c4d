// Part of every page in the development server only: shows notices in a strip at the bottom, takes over what a save of
// content has changed, and restores the scroll position after the list of problems has replaced the page. `import.meta.hot` must be written out, because Vite
// searches for it.
const hot = import.meta.hot
const key = `lvzhi.dev.scroll:${location.pathname}`

function showNotices(lines: readonly string[]): void {
  document.querySelector('[data-notices]')?.remove()
  if (lines.length === 0) return
  const strip = document.createElement('details')
  strip.dataset.notices = ''
  strip.style.cssText =
    'position: fixed; inset: auto 0 0; z-index: 9; max-height: 50vh; overflow: auto; padding: 0.5em 1.25em; background: Canvas; color: CanvasText; border-top: 1px solid; font: 1rem/1.7 sans-serif; overflow-wrap: anywhere'
  const summary = document.createElement('summary')
  summary.textContent = `${lines.length} 条提醒`
  strip.append(
    summary,
    ...lines.map((line) => {
      const words = document.createElement('p')
      words.textContent = line
      return words
    }),
  )
  document.body.append(strip)
}

/**
 * Scrolls to where the reader was; the browser itself would restore the position in the list of problems, even after
 * the page has loaded.
 */
function goBackTo(top: number): void {
  history.scrollRestoration = 'manual'
  addEventListener('pagehide', () => {
    history.scrollRestoration = 'auto'
  })
  scrollTo({ top, behavior: 'instant' })
}

/** The modules and styles that a page loads, and the words of its frame: with others it has to be loaded again. */
const frameOf = (page: Document): string[] => [
  ...[...page.querySelectorAll<HTMLScriptElement>('script[src]')].map(
    (script) => script.getAttribute('src') ?? '',
  ),
  ...[...page.querySelectorAll<HTMLElement>('style[data-vite-dev-id]')].map(
    ({ dataset }) => dataset.viteDevId ?? '',
  ),
  ...[...page.querySelectorAll('body > header, body > footer, body > .stamp')].map(
    ({ textContent }) => textContent,
  ),
]

/**
 * Shows what the page says now without loading it again, which takes several times as long; its elements start
 * themselves wherever they are put.
 */
async function takeOver(): Promise<void> {
  const answer = await fetch(location.href)
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const known = new Set(frameOf(document))
  const main = fresh.querySelector('main')
  if (!answer.ok || !main || frameOf(fresh).some((part) => !known.has(part)))
    return location.reload()
  document.title = fresh.title
  document.querySelector('main')?.replaceWith(document.adoptNode(main))
}

if (hot && window === top) {
  hot.on('lvzhi:notices', showNotices)
  hot.send('lvzhi:notices')
  hot.on('lvzhi:saved', () => {
    hot.send('lvzhi:notices')
    takeOver()
  })
  hot.on('vite:beforeFullReload', () => sessionStorage.setItem(key, String(scrollY)))
  const left = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  if (left !== null) goBackTo(Number(left))
}
