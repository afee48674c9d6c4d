// Part of every page in the development server only: shows notices in a strip at the bottom, and restores the scroll
// position after the list of problems has replaced the page. `import.meta.hot` must be written out, because Vite
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

if (hot && window === top) {
  hot.on('lvzhi:notices', showNotices)
  hot.send('lvzhi:notices')
  hot.on('vite:beforeFullReload', () => sessionStorage.setItem(key, String(scrollY)))
  const left = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  if (left !== null) goBackTo(Number(left))
}
