import { replaceAddress } from '../../client/address.ts'
import { isPlainClick, pressedKey } from '../../client/keys.ts'
import { type Answer, ask } from '../../search/ask.ts'
import { quantityCard, termCard } from './answerCard.ts'
import { createElement } from './createElement.ts'
import { deepLink } from './deepLink.ts'
import { entryItem, pageItems } from './results.ts'
import { openSources } from './sources.ts'

const step = 20

/** What the reader is told of an answer. */
function wordAnswer({ state, kind, total, entries, pages, missing }: Answer): string {
  if (missing === 'text')
    return '全文检索没有载入，这里只有标题、指标、名词与镇街中的结果。请检查网络。'
  if (missing === 'archive') return `本版找到${total}页；往年各版没有载入，请检查网络。`
  if (state === 'error') return '检索数据没有载入，请检查网络。'
  if (state === 'loading') return pages.length > 0 || kind === 'sound' ? '正在检索全文……' : ''
  if (kind === 'sound') return `按拼音找到${entries.length}处。`
  if (kind === 'near' && total > 0) return `相近内容${total}页。`
  return total > 0 ? `找到${total}页。` : '没有找到包含全部词语的页面。'
}

/** Brings a search field and its results to life; the newest query wins, whatever arrives late. */
export class SearchBox {
  #host: HTMLElement
  #input: HTMLInputElement
  #status: HTMLElement
  #results: HTMLElement
  #nothingFound: HTMLElement
  #cards = createElement('div', { class: 'cards' })
  #near = createElement('p', { class: 'near' }, '没有完全匹配，相近内容')
  #list = createElement('ul', { role: 'listbox', id: 'search-list', 'aria-label': '检索结果' })
  #foot = createElement('p', { class: 'foot' })
  #sources: ReturnType<typeof openSources>
  #turn = 0
  #active: HTMLElement | undefined

  constructor(host: HTMLElement) {
    this.#host = host
    this.#input = host.querySelector('input') as HTMLInputElement
    this.#status = host.querySelector('[role=status]') as HTMLElement
    this.#results = host.querySelector('[data-search-results]') as HTMLElement
    this.#nothingFound = host.querySelector('[data-nothing-found]') as HTMLElement
    this.#results.replaceChildren(this.#cards, this.#near, this.#list, this.#foot)
    this.#sources = openSources(host.dataset.root ?? '/')
    this.#hide()
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': this.#list.id,
    }))
      this.#input.setAttribute(name, value)
    host.addEventListener('input', (event) => {
      // Half-typed pinyin is no query; the composed text arrives with compositionend.
      if (!(event as InputEvent).isComposing) this.answer()
    })
    host.addEventListener('compositionend', () => this.answer())
    host.addEventListener('submit', (event) => {
      event.preventDefault()
      if (!this.#active) this.answer()
    })
    this.#input.addEventListener('keydown', (event) => this.#press(event))
    host.addEventListener('click', (event) => {
      // The passage may be on this very page, behind the dialog.
      if (isPlainClick(event) && (event.target as Element).closest('a'))
        host.closest('dialog')?.close()
    })
    this.#sources.instant().catch(() => {})
    if (this.#input.value) this.answer()
  }

  #hide() {
    for (const part of [this.#near, this.#list, this.#foot]) part.hidden = !part.hasChildNodes()
    this.#near.hidden = true
    this.#nothingFound.hidden = true
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden))
  }

  #press(event: KeyboardEvent) {
    const key = pressedKey(event)
    const options = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
    const at = this.#active ? options.indexOf(this.#active) : -1
    if (key === 'ArrowDown') this.#choose(options[at + 1] ?? options[0])
    else if (key === 'ArrowUp') this.#choose(at === -1 ? options.at(-1) : options[at - 1])
    else if (key === 'Enter' && this.#active) this.#active.click()
    else if (key === 'Escape' && this.#active) this.#choose(undefined)
    else {
      // In a search field Escape would first only empty it.
      if (key === 'Escape') this.#host.closest('dialog')?.close()
      return
    }
    event.preventDefault()
  }

  #choose(option: HTMLElement | undefined) {
    this.#active?.setAttribute('aria-selected', 'false')
    this.#active = option
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.#input.setAttribute('aria-activedescendant', option.id)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  /** Answers what stands in the field, with at most so many pages. */
  async answer(limit = step): Promise<void> {
    const turn = ++this.#turn
    const query = this.#input.value
    if (this.#host.hasAttribute('data-in-address')) {
      replaceAddress(query ? `?${new URLSearchParams({ q: query })}` : location.pathname)
    }
    if (query.trim() === '') {
      this.#results.dataset.state = 'idle'
      this.#status.textContent = ''
      for (const part of [this.#cards, this.#list, this.#foot]) part.replaceChildren()
      this.#choose(undefined)
      return this.#hide()
    }
    this.#results.dataset.state = 'loading'
    for await (const answer of ask(query, this.#sources, limit)) {
      if (answer.state === 'error') this.#sources.forget()
      if (turn !== this.#turn) return
      await this.#show(answer, limit)
    }
  }

  async #show(answer: Answer, limit: number) {
    const { kind, pages, parts, total, state } = answer
    const isSound = kind === 'sound'
    // What was found for the letters before stays until there is something to put in its place.
    const isEmpty = pages.length === 0 && answer.figures.length === 0 && !answer.term && !isSound
    if (state === 'loading' && isEmpty) return
    const instant = await this.#sources.instant().catch(() => undefined)
    const known = instant?.index.pages ?? []
    const newest = known.map(({ url }) => /\/(\d+)\//.exec(url)?.[1]).find(Boolean)
    const entries = isSound ? answer.entries : answer.entries.slice(0, pages.length > 0 ? 5 : 0)
    const items = [
      ...(isSound ? [] : pages.flatMap((page) => pageItems(page, parts, newest))),
      ...entries.map((entry) => entryItem(entry, isSound)),
    ]
    items.forEach((one, index) => {
      const option = one.querySelector('a')
      if (option) option.id = `search-option-${index}`
    })
    const chosen = this.#active?.getAttribute('href')?.split(':~:')[0]
    this.#list.replaceChildren(...items)
    const cards = [
      ...answer.figures.flatMap((figure) => {
        const page = known[figure.page ?? figure.dataPage ?? -1]
        if (!page) return []
        const text = { text: figure.wording, stretch: { start: 0, end: figure.wording.length } }
        return [quantityCard(figure, deepLink(page.url, figure.section ?? 'indicators', text))]
      }),
      ...(answer.term && known[answer.term.page]
        ? [termCard(answer.term, known[answer.term.page]?.url ?? '')]
        : []),
    ]
    this.#cards.replaceChildren(...cards)
    this.#foot.replaceChildren(
      ...(state === 'error' ? [this.#button('重试', () => this.answer(limit))] : []),
      ...(state === 'done' && total > pages.length
        ? [this.#button('显示更多', () => this.answer(limit + step))]
        : []),
    )
    this.#hide()
    this.#near.hidden = kind !== 'near' || total === 0
    this.#nothingFound.hidden = state !== 'done' || items.length + cards.length > 0
    this.#choose(
      [...this.#list.querySelectorAll('a')].find(
        (option) => chosen !== undefined && option.getAttribute('href')?.split(':~:')[0] === chosen,
      ),
    )
    this.#status.textContent = wordAnswer(answer)
    this.#results.dataset.state = state
  }

  #button(text: string, press: () => void) {
    const button = createElement('button', { type: 'button', class: 'link' }, text)
    button.addEventListener('click', press)
    return button
  }
}
