/**
 * `<told-steps>`: keeps the diagram in view beside the steps if a whole step fits below it, and highlights the first
 * step in full view; it never scrolls by itself.
 */
class ToldSteps extends HTMLElement {
  connectedCallback(): void {
    const items = [...this.querySelectorAll('li')]
    const drawing = this.querySelector('.drawing') as HTMLElement
    const drawings = [...this.querySelectorAll('svg')].map((svg) => [
      ...svg.querySelectorAll('[data-marks] > g'),
    ])
    const root = document.documentElement
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    const whole = new Set<Element>()
    let watcher: IntersectionObserver | undefined
    const light = () => {
      const at = items.findIndex((item) => whole.has(item))
      for (const marks of [items, ...drawings])
        for (const [index, mark] of marks.entries()) mark.classList.toggle('lit', index === at)
    }
    const fit = () => {
      watcher?.disconnect()
      whole.clear()
      light()
      const step = Math.max(...items.map((item) => item.offsetHeight))
      const covered =
        drawing.offsetHeight + Number.parseFloat(getComputedStyle(root).scrollPaddingTop)
      const fits = covered + step <= root.clientHeight
      const pinned = fits && !still.matches && root.dataset.mode !== 'care'
      const isNew = pinned && !this.classList.contains('pinned')
      this.classList.toggle('pinned', pinned)
      this.style.setProperty('--drawing', `${drawing.offsetHeight}px`)
      this.style.setProperty('--step', `${step}px`)
      if (!pinned) return
      // The browser scrolled to the step before the diagram became sticky; now the diagram would cover it.
      const linked = isNew && this.querySelector('li:target')
      if (linked && Math.abs(linked.getBoundingClientRect().top) < covered) linked.scrollIntoView()
      watcher = new IntersectionObserver(
        (entries) => {
          for (const { target, intersectionRatio } of entries)
            intersectionRatio < 0.98 ? whole.delete(target) : whole.add(target)
          light()
        },
        { rootMargin: `${8 - covered}px 0px 0px`, threshold: 0.98 },
      )
      for (const item of items) watcher.observe(item)
    }
    new ResizeObserver(fit).observe(this)
    addEventListener('resize', fit)
  }
}
customElements.define('told-steps', ToldSteps)
