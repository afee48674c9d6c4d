import { filterList } from './filterList.ts'
import type { LiveMap } from './liveMap.ts'

type MarkAttribute = 'data-town' | 'data-point'

/** `<liaison-map>`: filters the list at once, and draws the live map once the page comes near it. */
class LiaisonMap extends HTMLElement {
  #live: LiveMap | undefined
  #loading: Promise<void> | undefined

  connectedCallback(): void {
    this.#nameButtons()
    const form = this.querySelector('form')
    if (form) {
      form.hidden = false
      form.addEventListener('input', () => this.#filter(form))
      form.addEventListener('submit', (event) => event.preventDefault())
      // A browser that restores a form's values after going back says nothing about it.
      if ([...new FormData(form).values()].some((value) => value !== '')) this.#filter(form)
    }
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-zoom]')) {
      const steps = Number(button.dataset.zoom)
      button.addEventListener('click', () =>
        steps === 0 ? this.#live?.reset() : this.#live?.zoom(steps),
      )
    }
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        near.disconnect()
        this.#load()
      },
      { rootMargin: '200px' },
    )
    near.observe(this.#part('[data-map-stage]'))
    matchMedia('(min-width: 768px)').addEventListener('change', () => this.#live && this.#draw())
  }

  #part<E extends Element = HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }

  /** The list's names become buttons only where choosing does something. */
  #nameButtons(): void {
    for (const name of this.querySelectorAll('[data-name]')) {
      const entry = name.closest<HTMLElement>('[data-point], [data-town]')
      if (!entry) continue
      const button = document.createElement('button')
      button.type = 'button'
      button.ariaPressed = 'false'
      button.append(...name.childNodes)
      name.append(button)
      const attribute = entry.dataset.point === undefined ? 'data-town' : 'data-point'
      button.addEventListener('click', () =>
        this.#choose(attribute, entry.getAttribute(attribute) ?? '', true),
      )
    }
  }

  #filter(form: HTMLFormElement): void {
    const data = new FormData(form)
    const value = (name: string) => String(data.get(name) ?? '')
    const list = this.#part('[data-map-list]')
    const towns = filterList(list, {
      q: value('q'),
      town: value('town'),
      kind: value('kind'),
      status: value('status'),
    })
    this.#part('[data-shown]').textContent = String(towns)
    this.#part('[data-none]').hidden = list.querySelector('[data-group]:not([hidden])') !== null
    this.#dim()
    this.#load()
  }

  /** Marks whose entries the filter hides step back. */
  #dim(): void {
    for (const mark of this.#marks()) {
      const attribute = mark.hasAttribute('data-town') ? 'data-town' : 'data-point'
      const entry = this.#entry(attribute, mark.getAttribute(attribute) ?? '')
      mark.toggleAttribute('data-off', entry?.closest('[hidden]') !== null)
    }
  }

  #marks(): NodeListOf<Element> {
    return this.#part('[data-map-stage]').querySelectorAll('[data-town], [data-point]')
  }

  #entry(attribute: MarkAttribute, id: string): HTMLElement | null {
    return this.querySelector(`[data-map-list] [${attribute}="${CSS.escape(id)}"]`)
  }

  async #choose(attribute: MarkAttribute, id: string, move: boolean): Promise<void> {
    for (const part of this.querySelectorAll('[data-chosen]')) part.removeAttribute('data-chosen')
    for (const button of this.querySelectorAll('[aria-pressed=true]')) button.ariaPressed = 'false'
    for (const part of this.querySelectorAll(`[${attribute}="${CSS.escape(id)}"]`))
      part.setAttribute('data-chosen', '')
    const entry = this.#entry(attribute, id)
    const button = entry?.querySelector('button')
    if (button) button.ariaPressed = 'true'
    const words = entry?.closest<HTMLElement>('[data-words]')?.dataset.words
    this.#part('[data-map-said]').textContent = words ?? ''
    if (!move) return
    await this.#load()
    this.#part('[data-map-stage]').scrollIntoView({ block: 'nearest' })
    this.#live?.show(attribute, id)
  }

  #load(): Promise<void> {
    this.#loading ??= this.#draw().catch(() => {
      // The built drawing and the list stay; the next wish to see the map tries again.
      this.dataset.state = 'idle'
      this.#loading = undefined
    })
    return this.#loading
  }

  async #draw(): Promise<void> {
    const [{ drawLiveMap }, { readDrawing }] = await Promise.all([
      import('./liveMap.ts'),
      import('./readDrawing.ts'),
    ])
    const drawing = this.#part('[data-map-drawing]')
    const host = this.#part('[data-map-live]')
    const cuts = [...drawing.querySelectorAll('svg')]
    const cut = cuts.find((svg) => getComputedStyle(svg).display !== 'none')
    if (!cut) return
    this.#live?.remove()
    host.hidden = false
    this.#live = drawLiveMap(host, readDrawing(cut), {
      onChoose: (attribute, id) => this.#choose(attribute, id, false),
      onClear: () => this.#choose('data-town', '', false),
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      touch: matchMedia('(pointer: coarse)').matches,
    })
    drawing.hidden = true
    this.#part('[data-map-tools]').hidden = false
    this.#dim()
    this.dataset.state = 'ready'
  }
}

customElements.define('liaison-map', LiaisonMap)
