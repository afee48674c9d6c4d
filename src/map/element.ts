import { narrows, oneScreen, parseState } from './mapState.ts'

/** `<liaison-map>`: list and drawing stand as built; what makes them answer is loaded once the reader comes near. */
class LiaisonMap extends HTMLElement {
  #starting: Promise<void> | undefined

  connectedCallback(): void {
    const start = () => {
      this.#starting ??= import('./mapPage.ts')
        .then(({ startMapPage }) => startMapPage(this))
        .catch(() => {
          // The list stays as it is; the next wish tries again.
          this.#starting = undefined
        })
    }
    const state = parseState(location.search)
    if (narrows(state) || state.point !== '' || location.hash !== '') start()
    this.addEventListener('focusin', start)
    new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && start(),
      {
        rootMargin: oneScreen,
      },
    ).observe(this)
  }
}

customElements.define('liaison-map', LiaisonMap)
