import type { SearchBox } from './searchBox.ts'

/** `<site-search>`: takes what is typed at once; all else is loaded when search is opened, be it the dialog or its page. */
class SiteSearch extends HTMLElement {
  #box: Promise<SearchBox> | undefined
  #isReady = false

  connectedCallback() {
    const input = this.querySelector('input') as HTMLInputElement
    const isPage = this.hasAttribute('data-in-address')
    const asked = isPage ? new URLSearchParams(location.search).get('q') : history.state?.search
    if (asked) input.value = asked
    for (const use of ['focusin', 'input']) {
      this.addEventListener(use, (event) => this.#open((event as InputEvent).isComposing))
    }
    this.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#open()
    })
    const waits = document.documentElement.dataset.save === 'on'
    if (input.value || input === document.activeElement || (isPage && !waits)) this.#open()
  }

  #open(isComposing = false) {
    if (this.#isReady) return
    const results = this.querySelector('[data-search-results]') as HTMLElement
    const value = this.querySelector('input')?.value.trim()
    if (value && !isComposing) results.dataset.state = 'loading'
    if (this.#box) return
    this.#box = import('./searchBox.ts')
      .then((module) => {
        this.#isReady = true
        return new module.SearchBox(this)
      })
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
