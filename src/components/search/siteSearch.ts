import { type Find, loadIndex } from '../../search/engine.ts'
import { queryParts, search } from '../../search/query.ts'
import { nothingFound, pagesFound, resultList, retryButton } from './results.ts'

type State = 'idle' | 'loading' | 'done' | 'error'

/** `<site-search>`: answers what is typed into its field; the newest query wins, whatever arrives late. */
class SiteSearch extends HTMLElement {
  #input = this.querySelector('input') as HTMLInputElement
  #status = this.querySelector('[role=status]') as HTMLElement
  #results = this.querySelector('[data-search-results]') as HTMLElement
  #find: Promise<Find> | undefined
  #turn = 0

  connectedCallback() {
    this.addEventListener('input', (event) => {
      // Half-typed pinyin is no query; the composed text arrives with compositionend.
      if (!(event as InputEvent).isComposing) this.#answer()
    })
    this.addEventListener('compositionend', () => this.#answer())
    this.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#answer()
    })
    this.addEventListener('keydown', (event) => {
      // In a search field Escape would first only empty it.
      if (event.key === 'Escape' && !event.isComposing) this.closest('dialog')?.close()
    })
    const asked =
      this.hasAttribute('data-in-address') && new URLSearchParams(location.search).get('q')
    if (asked) this.#input.value = asked
    if (this.#input.value) this.#answer()
  }

  #show(state: State, message: string, ...content: Node[]) {
    this.#results.dataset.state = state
    this.#results.replaceChildren(...content)
    this.#status.textContent = message
  }

  async #answer() {
    const turn = ++this.#turn
    const query = this.#input.value
    const parts = queryParts(query)
    if (this.hasAttribute('data-in-address')) {
      const address = query ? `?${new URLSearchParams({ q: query })}` : location.pathname
      history.replaceState(history.state, '', address)
    }
    if (parts.length === 0) return this.#show('idle', '')
    this.#results.dataset.state = 'loading'
    try {
      this.#find ??= loadIndex(this.dataset.bundle ?? '')
      const find = await this.#find
      if (turn !== this.#turn) return
      const groups = await search(find, parts)
      if (turn !== this.#turn) return
      const pages = groups.reduce((sum, group) => sum + group.hits.length, 0)
      this.#show('done', pages ? pagesFound(pages) : nothingFound, ...resultList(groups, parts))
    } catch {
      this.#find = undefined
      if (turn !== this.#turn) return
      const retry = retryButton()
      retry.addEventListener('click', () => this.#answer())
      this.#show('error', '检索数据没有载入，请检查网络。', retry)
    }
  }
}

customElements.define('site-search', SiteSearch)
