/** `<told-steps>`: lights the step being read in the diagram beside it; scrolling stays the reader's. */
class ToldSteps extends HTMLElement {
  connectedCallback(): void {
    const items = [...this.querySelectorAll('li')]
    const drawings = [...this.querySelectorAll('svg')].map((svg) => [
      ...svg.querySelectorAll('[data-marks] > g'),
    ])
    const watcher = new IntersectionObserver(
      (entries) => {
        const reached = entries.find((entry) => entry.isIntersecting)
        if (!reached) return
        const at = items.indexOf(reached.target as HTMLLIElement)
        for (const marks of [items, ...drawings])
          for (const [index, mark] of marks.entries()) mark.classList.toggle('lit', index === at)
      },
      { rootMargin: '-62% 0px -30%' },
    )
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
      for (const item of items) watcher.observe(item)
  }
}
customElements.define('told-steps', ToldSteps)
