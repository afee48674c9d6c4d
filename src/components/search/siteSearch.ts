import type { SearchBox } from './searchBox.ts'

/** `<site-search>`: takes what is typed at once, and loads all else when it is first used. */
class SiteSearch extends HTMLElement {
  #box: Promise<SearchBox> | undefined

  connectedCallback() {
    const input = this.querySelector('input') as HTMLInputElement
    const asked =
      this.hasAttribute('data-in-address') && new URLSearchParams(location.search).get('q')
    if (asked) input.value = asked
    for (const use of ['focusin', 'input']) {
      this.addEventListener(use, (event) => this.#open((event as InputEvent).isComposing))
    }
    this.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#open()
    })
    if (input.value || input === document.activeElement) this.#open()
  }

  #open(isComposing = false) {
    if (this.#box) return
    const results = this.querySelector('[data-search-results]') as HTMLElement
    const value = this.querySelector('input')?.value.trim()
    if (value && !isComposing) results.dataset.state = 'loading'
    this.#box = import('./searchBox.ts')
      .then((module) => new module.SearchBox(this))
      .catch((error) => {
        // The next keystroke or press tries again.
        this.#box = undefined
        results.dataset.state = 'error'
        const status = this.querySelector('[role=status]')
        if (status) status.textContent = '检索程序没有载入，请检查网络，再按回车重试。'
        throw error
      })
  }
}

customElements.define('site-search', SiteSearch)
