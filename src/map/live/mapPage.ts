import { dropAddress, pushAddress, replaceAddress } from '../../client/address.ts'
import { isPlainClick } from '../../client/keys.ts'
import { systemNames } from '../../places/coordinateSystem.ts'
import { type Filtered, filterPoints } from './filterPoints.ts'
import type { LiveView, MarkName } from './live.ts'
import { MapStage } from './mapStage.ts'
import { formatState, type MapState, narrows, nothingAsked, parseState } from './mapState.ts'
import { PointList } from './pointList.ts'
import { showList } from './showList.ts'

/** Keeps one state in list, map and address; the live map is drawn once it is in view or needed. */
class MapPage {
  readonly #root: HTMLElement
  readonly #list: PointList
  readonly #stage: MapStage
  #state: MapState = nothingAsked
  #filtered: Filtered = { points: [], towns: new Set() }
  #typing = false

  constructor(root: HTMLElement) {
    this.#root = root
    const { points, pinyin = '' } = root.dataset
    this.#list = new PointList(
      this.#part('[data-map-list]'),
      { roster: points, sounds: pinyin },
      {
        more: () => this.#apply(),
        // Pinyin changes the result only while there is a query.
        sounds: () => this.#state.q !== '' && this.#apply(),
        lost: () => this.#say('名单没有载入，请检查网络后再试'),
      },
    )
    this.#stage = new MapStage(root, {
      list: this.#list,
      view: () => this.#view,
      choose: (mark) => this.#choose(mark),
      say: (words) => this.#say(words),
      drawn: () => this.#moveMap(),
    })
    this.#listen()
    this.#state = parseState(location.search)
    const anchor = decodeURIComponent(location.hash.slice(1))
    if (this.#list.points.some(({ id }) => id === anchor)) this.#state.point = anchor
    // What was typed before this script was loaded counts as a query.
    const typed = this.#read()
    if (narrows(typed) && !narrows(this.#state)) this.#ask(typed, true)
    else this.#apply()
    if (this.#state.point !== '' || this.#state.town !== '') this.#find()
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        seen.disconnect()
        this.#stage.load()
      },
      // A reader who has already scrolled past the map counts as having had it in view.
      { rootMargin: '10000% 0px 0px' },
    )
    seen.observe(this.#stage.element)
  }

  #part<E extends Element = HTMLElement>(selector: string): E {
    return this.#root.querySelector(selector) as E
  }

  get #form(): HTMLFormElement {
    return this.#part('form')
  }

  #listen(): void {
    const form = this.#form
    form.addEventListener('submit', (event) => event.preventDefault())
    if (form.contains(document.activeElement)) this.#list.fetchPinyin()
    form.addEventListener('focusin', () => this.#list.fetchPinyin(), { once: true })
    form.addEventListener('input', (event) => {
      const typing = (event.target as HTMLInputElement).name === 'q'
      if ((event as InputEvent).isComposing) return
      this.#ask(this.#read(), typing)
    })
    form.addEventListener('compositionend', () => this.#ask(this.#read(), true))
    form.addEventListener('reset', (event) => {
      event.preventDefault()
      const near = this.#near
      if (near) near.hidden = true
      this.#ask(nothingAsked)
      this.#stage.reset()
    })
    const nearest = this.#root.querySelector('[data-nearest]')
    nearest?.addEventListener('click', () => this.#nearest())
    this.#list.element.addEventListener('click', (event) => this.#follow(event))
    this.#list.element.addEventListener(
      'toggle',
      (event) => this.#fill(event.target as Element),
      true,
    )
    this.#part('[data-clear]').addEventListener('click', () => this.#choose(null))
    this.#part('[data-list]').addEventListener('click', () => this.#toEntry())
    this.#part('[data-copy]').addEventListener('click', () => this.#copy())
    addEventListener('beforeprint', () => this.#list.openAll())
    addEventListener('popstate', () => {
      dropAddress()
      this.#state = parseState(location.search)
      this.#typing = false
      this.#apply()
      if (this.#state.point !== '' || narrows(this.#state)) this.#moveMap()
      else this.#stage.reset()
    })
  }

  /**
   * The state of the form together with the chosen mark; a town that the form does not offer is chosen, not filtered
   * by.
   */
  #read(): MapState {
    const data = new FormData(this.#form)
    const value = (name: string) => String(data.get(name) ?? '').trim()
    const town = data.has('town') ? value('town') : this.#state.town
    return { ...this.#state, town, q: value('q'), kind: value('kind'), status: value('status') }
  }

  get #townFilters(): boolean {
    return this.#form.elements.namedItem('town') !== null
  }

  /**
   * Applies a state, writes it to the address, and moves the map accordingly. A word typed letter by letter is one step
   * in the history.
   */
  #ask(state: MapState, typing = false): void {
    this.#state = state
    const address = location.pathname + formatState(state, location.search)
    if (typing && this.#typing) replaceAddress(address)
    else pushAddress(address)
    this.#typing = typing
    this.#apply()
    if (narrows(state)) this.#moveMap()
  }

  #apply(): void {
    for (const name of ['town', 'q', 'kind', 'status'] as const) {
      const field = this.#form.elements.namedItem(name)
      if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) {
        if (field.value.trim() !== this.#state[name]) field.value = this.#state[name]
      }
    }
    if (narrows(this.#state) || this.#state.point !== '') this.#list.fetchPoints()
    if (/[a-z]/i.test(this.#state.q)) this.#list.fetchPinyin()
    const asked = this.#townFilters ? this.#state : { ...this.#state, town: '' }
    const { points, townNames, soundsLike, isKnown, element } = this.#list
    this.#filtered = filterPoints(points, townNames, asked, soundsLike)
    if (isKnown) {
      showList(element, this.#filtered, narrows(asked))
      this.#count(narrows(asked))
    }
    this.#mark()
    this.#stage.show(this.#view)
  }

  #count(narrowed: boolean): void {
    const { points, towns } = this.#filtered
    this.#part('[data-shown]').textContent = String(towns.size)
    const named = points.filter(({ town, at }) => town !== '' || at !== null)
    const words = narrowed && named.length > 0 ? `、${named.length}个村社` : ''
    this.#part('[data-shown-points]').textContent = words
    this.#part('[data-none]').hidden = points.length > 0 || towns.size > 0
  }

  get #chosen(): MarkName | null {
    const { point, town } = this.#state
    if (point !== '') return { attribute: 'data-point', id: point }
    return town === '' ? null : { attribute: 'data-town', id: town }
  }

  get #view(): LiveView {
    return {
      points: new Set(this.#filtered.points.map(({ id }) => id)),
      towns: this.#filtered.towns,
      chosen: this.#chosen,
    }
  }

  /** Marks the chosen entry in the list and shows what is known about it. */
  #mark(): void {
    const chosen = this.#chosen
    this.#list.mark(chosen)
    this.#say(chosen ? this.#list.words(chosen) : '')
    this.#part('[data-map-acts]').hidden = chosen === null
  }

  #say(words: string): void {
    this.#part('[data-map-said]').textContent = words
  }

  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a')
    const entry = link?.closest<HTMLElement>('[data-point], [data-town]')
    if (!entry || !link?.closest('[data-name]') || !isPlainClick(event)) return
    event.preventDefault()
    const { point, town } = entry.dataset
    if (point !== undefined) this.#choose({ attribute: 'data-point', id: point })
    else this.#choose({ attribute: 'data-town', id: town ?? '' })
    this.#find()
  }

  /** Chooses a mark; without one, or if the town is already chosen, the choice is cleared. */
  #choose(name: MarkName | null): void {
    const { town } = this.#state
    const asked =
      name === null
        ? { point: '', town: this.#townFilters ? town : '' }
        : name.attribute === 'data-point'
          ? { point: name.id }
          : { point: '', town: town === name.id ? '' : name.id }
    this.#ask({ ...this.#state, ...asked })
  }

  /** Scrolls to the map and moves it to the chosen mark. */
  async #find(): Promise<void> {
    await this.#stage.load()
    this.#stage.element.scrollIntoView({ block: 'nearest' })
    this.#moveMap()
  }

  #moveMap(): void {
    const chosen = this.#chosen
    if (chosen?.attribute === 'data-point') this.#stage.find(chosen)
    else if (narrows(this.#state) && this.#townFilters) this.#stage.fit(this.#view)
    else if (chosen) this.#stage.find(chosen)
  }

  #toEntry(): void {
    const entry = this.#chosen && this.#list.entry(this.#chosen)
    entry?.scrollIntoView({ block: 'center' })
    entry?.querySelector('a')?.focus({ preventScroll: true })
  }

  async #copy(): Promise<void> {
    const chosen = this.#chosen
    if (!chosen) return
    const point = this.#list.points.find(({ id }) => id === chosen.id)
    const place = point?.at ? `经度${point.at[0]}，纬度${point.at[1]}（${systemNames.wgs84}）` : ''
    const text = [this.#list.words(chosen), place, location.href].filter(Boolean).join('\n')
    const button = this.#part('[data-copy]')
    try {
      await navigator.clipboard.writeText(text)
      button.textContent = '已复制'
    } catch {
      // If the clipboard refuses, the text is selected so that the reader can copy it.
      getSelection()?.selectAllChildren(this.#part('[data-map-said]'))
      button.textContent = '已选中，请复制'
    }
    setTimeout(() => (button.textContent = '复制'), 2000)
  }

  /** The list of the nearest points; null if no point has coordinates. */
  get #near(): HTMLElement | null {
    return this.#root.querySelector('[data-near]')
  }

  async #nearest(): Promise<void> {
    const panel = this.#near
    if (!panel || !(await this.#list.fetchPoints())) return
    panel.hidden = false
    const loaded = await import('./nearestPanel.ts').catch(() => null)
    if (!loaded) panel.textContent = '没有载入，请检查网络后再试。'
    await loaded?.findNearest(panel, this.#list.points, (id) => {
      this.#choose({ attribute: 'data-point', id })
      this.#find()
    })
  }

  /** Shows the entries of a town that the reader has opened. */
  async #fill(target: Element): Promise<void> {
    if (await this.#list.fill(target, () => this.#filtered.points)) this.#mark()
  }
}

/** Makes the map's section interactive; what the reader has already typed is kept. */
export function startMapPage(root: HTMLElement): void {
  new MapPage(root)
}
