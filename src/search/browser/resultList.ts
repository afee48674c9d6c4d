import { createElement } from './createElement.ts'

/** What stands under a search field. */
interface Shown {
  items: readonly Element[]
  cards?: readonly Element[]
  /** The ways on, below the results. */
  ways?: readonly Element[]
  /** How results that are not exact were come by, above them. */
  near?: string
}

/** The results under a search field, one of which may be chosen with the arrow keys: the listbox of a combobox. */
export class ResultList {
  #input: HTMLInputElement
  #cards = createElement('div', { class: 'cards' })
  #near = createElement('p', { class: 'near' })
  #list = createElement('ul', { role: 'listbox', id: 'search-list', 'aria-label': '检索结果' })
  #foot = createElement('p', { class: 'foot' })
  #chosen: HTMLElement | undefined

  constructor(input: HTMLInputElement, results: HTMLElement) {
    this.#input = input
    results.replaceChildren(this.#cards, this.#near, this.#list, this.#foot)
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': this.#list.id,
    }))
      input.setAttribute(name, value)
    this.show({ items: [] })
  }

  /** The chosen result, if one is. */
  get chosen(): HTMLElement | undefined {
    return this.#chosen
  }

  get isEmpty(): boolean {
    return !this.#list.hasChildNodes()
  }

  choose(option?: HTMLElement): void {
    this.#chosen?.setAttribute('aria-selected', 'false')
    this.#chosen = option
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.#input.setAttribute('aria-activedescendant', option.id)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  /** Moves the choice, follows it or drops it; whether the key meant one of these. */
  press(key: string | undefined): boolean {
    const options = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
    const at = this.#chosen ? options.indexOf(this.#chosen) : -1
    if (key === 'ArrowDown') this.choose(options[at + 1] ?? options[0])
    else if (key === 'ArrowUp') this.choose(at === -1 ? options.at(-1) : options[at - 1])
    else if (key === 'Enter' && this.#chosen) this.#chosen.click()
    else if (key === 'Escape' && this.#chosen) this.choose()
    else return false
    return true
  }

  /** Shows these in place of what stood there; the chosen result stays chosen if it is among them. */
  show({ items, cards = [], ways = [], near = '' }: Shown): void {
    const address = this.#chosen?.getAttribute('href')
    this.#cards.replaceChildren(...cards)
    this.#near.textContent = near
    this.#list.replaceChildren(...items)
    this.#foot.replaceChildren(...ways)
    const options = [...this.#list.querySelectorAll('a')]
    options.forEach((option, index) => {
      option.id = `search-option-${index}`
    })
    for (const part of [this.#near, this.#list, this.#foot]) part.hidden = !part.hasChildNodes()
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden))
    this.choose(options.find((option) => address && option.getAttribute('href') === address))
  }

  /** Puts other ways on below the results. */
  offer(ways: readonly Element[]): void {
    this.#foot.replaceChildren(...ways)
  }

  /** Shows these below what stands there, in place of the group that was added before. */
  showMore(group: readonly Element[], ways: readonly Element[]): void {
    const items = [...this.#list.children]
    const added = items.findIndex((item) => item.matches('.group'))
    this.show({
      items: [...items.slice(0, added === -1 ? undefined : added), ...group],
      cards: [...this.#cards.children],
      ways,
      near: this.#near.textContent ?? '',
    })
  }
}
