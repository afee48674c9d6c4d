import { narrows, oneScreen, parseState } from './mapState.ts'

/**
 * `<liaison-map>`: list and drawing work as built; the scripts that make them interactive are loaded when the reader
 * comes near.
 */
class LiaisonMap extends HTMLElement {
  #starting: Promise<void> | undefined
  #answers = false

  connectedCallback(): void {
    const start = () => {
      this.#starting ??= import('./mapPage.ts')
        .then(({ startMapPage }) => {
          startMapPage(this)
          this.#answers = true
        })
        .catch(() => {
          // The list stays as it is; the next interaction tries again.
          this.#starting = undefined
        })
    }
    const state = parseState(location.search)
    if (narrows(state) || state.point !== '' || location.hash !== '') start()
    this.addEventListener('focusin', start)
    // A click before the scripts are ready is repeated once they are.
    this.addEventListener('click', ({ target }) => {
      const pressed = (target as Element).closest<HTMLElement>('[data-nearest]')
      if (!pressed || this.#answers) return
      start()
      this.#starting?.then(() => this.#answers && pressed.click())
    })
    new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && start(),
      {
        rootMargin: oneScreen,
      },
    ).observe(this)
  }
}

customElements.define('liaison-map', LiaisonMap)
