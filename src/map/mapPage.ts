import type { LiaisonFeature } from '../datasets/liaisonGeojson.ts'
import type { PinyinTable } from '../search/pinyinTable.ts'
import { systemNames } from './coordinateSystem.ts'
import { type Filtered, filterPoints } from './filterPoints.ts'
import { type ListedPoint, pointsOf, readPoints } from './listedPoint.ts'
import type { LiveMap, LiveView } from './liveMap.ts'
import type { MarkName } from './liveMarks.ts'
import { formatState, type MapState, narrows, nothingAsked, parseState } from './mapState.ts'
import { findNearest } from './nearestPanel.ts'
import { fillEntries, showList } from './showList.ts'

/** Points beyond this are folded away by town until they are asked for. */
const longList = 40

/** One state in list, map and address; the live map is drawn once the page comes near it. */
class MapPage {
  readonly #root: HTMLElement
  #state: MapState = nothingAsked
  #points: ListedPoint[] = []
  #pinyin: PinyinTable = {}
  #filtered: Filtered = { points: [], towns: new Set() }
  #live: LiveMap | undefined
  #loading: Promise<void> | undefined
  #fetching: Promise<void> | undefined
  #typing = false

  constructor(root: HTMLElement) {
    this.#root = root
    this.#points = readPoints(this.#list)
    this.#foldList()
    this.#linkNames()
    this.#listen()
    this.#state = parseState(location.search)
    const anchor = decodeURIComponent(location.hash.slice(1))
    if (this.#points.some(({ id }) => id === anchor)) this.#state.point = anchor
    // What was typed before this was loaded counts as asked.
    const typed = this.#read()
    if (narrows(typed) && !narrows(this.#state)) this.#ask(typed, true)
    else this.#apply()
    if (this.#state.point !== '' || this.#state.town !== '') this.#find()
    const near = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      near.disconnect()
      this.#load()
    })
    near.observe(this.#part('[data-map-stage]'))
    matchMedia('(min-width: 768px)').addEventListener('change', () => this.#redraw())
    new MutationObserver(() => this.#redraw()).observe(document.documentElement, {
      attributeFilter: ['data-mode'],
    })
  }

  #part<E extends Element = HTMLElement>(selector: string): E {
    return this.#root.querySelector(selector) as E
  }

  get #list(): HTMLElement {
    return this.#part('[data-map-list]')
  }

  get #form(): HTMLFormElement {
    return this.#part('form')
  }

  get #townNames(): Map<string, string> {
    return new Map(
      [...this.#list.querySelectorAll<HTMLElement>('[data-town]')].map((entry) => [
        entry.dataset.town ?? '',
        entry.querySelector('[data-name]')?.textContent?.trim() ?? '',
      ]),
    )
  }

  #foldList(): void {
    if (this.#list.querySelectorAll('[data-group] details [data-name]').length <= longList) return
    for (const details of this.#list.querySelectorAll<HTMLDetailsElement>('[data-town] details'))
      details.open = false
  }

  /** Names become links to the state that choosing them leads to, which can be followed, copied and sent. */
  #linkNames(): void {
    for (const name of this.#list.querySelectorAll('[data-name]')) {
      const entry = name.closest<HTMLElement>('[data-point], [data-town]')
      const { point, town } = entry?.dataset ?? {}
      const link = name.matches('a') ? (name as HTMLAnchorElement) : document.createElement('a')
      link.href = `?${new URLSearchParams(point === undefined ? { town: town ?? '' } : { point })}`
      if (link === name) continue
      link.append(...name.childNodes)
      name.append(link)
    }
  }

  #listen(): void {
    const form = this.#form
    form.addEventListener('submit', (event) => event.preventDefault())
    if (form.contains(document.activeElement)) this.#fetchPinyin()
    form.addEventListener('focusin', () => this.#fetchPinyin(), { once: true })
    form.addEventListener('input', (event) => {
      const typing = (event.target as HTMLInputElement).name === 'q'
      if ((event as InputEvent).isComposing) return
      this.#ask(this.#read(), typing)
    })
    form.addEventListener('compositionend', () => this.#ask(this.#read(), true))
    form.addEventListener('reset', (event) => {
      event.preventDefault()
      this.#part('[data-near]').hidden = true
      this.#ask(nothingAsked)
      this.#live?.reset()
    })
    this.#part('[data-nearest]').addEventListener('click', () => this.#nearest())
    this.#list.addEventListener('click', (event) => this.#follow(event))
    this.#list.addEventListener('toggle', (event) => this.#fill(event.target as Element), true)
    for (const button of this.#root.querySelectorAll<HTMLButtonElement>('[data-zoom]')) {
      const steps = Number(button.dataset.zoom)
      button.addEventListener('click', () =>
        steps === 0 ? this.#live?.reset() : this.#live?.zoom(steps),
      )
    }
    this.#part('[data-clear]').addEventListener('click', () => this.#choose(null))
    this.#part('[data-list]').addEventListener('click', () => this.#toEntry())
    this.#part('[data-copy]').addEventListener('click', () => this.#copy())
    this.#root.querySelector('[data-ground]')?.addEventListener('click', () => this.#switchGround())
    addEventListener('beforeprint', () => {
      for (const details of this.#list.querySelectorAll('details')) details.open = true
    })
    addEventListener('popstate', () => {
      this.#state = parseState(location.search)
      this.#typing = false
      this.#apply()
      if (this.#state.point !== '' || narrows(this.#state)) this.#moveMap()
      else this.#live?.reset()
    })
  }

  /** What the form asks, beside what is chosen; a town that the form does not offer is chosen, not filtered by. */
  #read(): MapState {
    const data = new FormData(this.#form)
    const value = (name: string) => String(data.get(name) ?? '').trim()
    const town = data.has('town') ? value('town') : this.#state.town
    return { ...this.#state, town, q: value('q'), kind: value('kind'), status: value('status') }
  }

  get #townFilters(): boolean {
    return this.#form.elements.namedItem('town') !== null
  }

  /** Takes on a state, keeps it in the address, and moves the map to what it asks. One word typed is one step back. */
  #ask(state: MapState, typing = false): void {
    this.#state = state
    const address = location.pathname + formatState(state, location.search)
    if (typing && this.#typing) history.replaceState(null, '', address)
    else if (address !== location.pathname + location.search) history.pushState(null, '', address)
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
    if (narrows(this.#state) || this.#state.point !== '') this.#fetchPoints()
    if (/[a-z]/i.test(this.#state.q)) this.#fetchPinyin()
    const asked = this.#townFilters ? this.#state : { ...this.#state, town: '' }
    this.#filtered = filterPoints(this.#points, this.#townNames, asked, this.#pinyin)
    const unknown = this.#root.dataset.points !== undefined && this.#points.length === 0
    if (!unknown) showList(this.#list, this.#filtered, narrows(asked))
    this.#count(narrows(asked))
    this.#mark()
    this.#live?.show(this.#view)
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

  #entry({ attribute, id }: MarkName): HTMLElement | null {
    return this.#list.querySelector(`[${attribute}="${CSS.escape(id)}"]`)
  }

  /** Marks what is chosen in the list and says what is known of it. */
  #mark(): void {
    for (const part of this.#list.querySelectorAll('[data-chosen]')) {
      part.removeAttribute('data-chosen')
      part.querySelector('[aria-current]')?.removeAttribute('aria-current')
    }
    const chosen = this.#chosen
    const entry = chosen && this.#entry(chosen)
    entry?.setAttribute('data-chosen', '')
    entry
      ?.querySelector('[data-name]')
      ?.closest('li')
      ?.querySelector('a')
      ?.setAttribute('aria-current', 'true')
    const details = entry?.closest('details')
    if (details && chosen?.attribute === 'data-point') details.open = true
    this.#say(chosen ? this.#words(chosen) : '')
    this.#part('[data-map-acts]').hidden = chosen === null
  }

  #say(words: string): void {
    this.#part('[data-map-said]').textContent = words
  }

  /** Everything known of a mark, in one line. */
  #words({ attribute, id }: MarkName): string {
    if (attribute === 'data-town') {
      const entry = this.#entry({ attribute, id })
      const details = [
        ...(entry?.querySelectorAll(':scope > [data-details], :scope > details > [data-details]') ??
          []),
      ]
      const words = details.map((part) => part.textContent?.trim()).join('，')
      return entry ? `${this.#townNames.get(id)}　${words}` : ''
    }
    const point = this.#points.find((item) => item.id === id)
    if (!point) return this.#points.length === 0 ? '' : `没有编号为 ${id} 的联系点`
    const town = this.#townNames.get(point.town)
    const known = point.at !== null || point.town !== ''
    return `${known ? point.name : '村社'}${town ? `（${town}）` : ''}　${point.details}`
  }

  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a')
    const entry = link?.closest<HTMLElement>('[data-point], [data-town]')
    if (!entry || !link?.closest('[data-name]') || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    event.preventDefault()
    const { point, town } = entry.dataset
    if (point !== undefined) this.#choose({ attribute: 'data-point', id: point })
    else this.#choose({ attribute: 'data-town', id: town ?? '' })
    this.#find()
  }

  /** Chooses a mark; nothing, or a town chosen already, is let go. */
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

  /** Brings the map into sight and the chosen mark into the map. */
  async #find(): Promise<void> {
    await this.#load()
    this.#part('[data-map-stage]').scrollIntoView({ block: 'nearest' })
    this.#moveMap()
  }

  #moveMap(): void {
    const chosen = this.#chosen
    if (!this.#live) return
    if (chosen?.attribute === 'data-point') this.#live.find(chosen)
    else if (narrows(this.#state) && this.#townFilters) this.#live.fit(this.#view)
    else if (chosen) this.#live.find(chosen)
  }

  #toEntry(): void {
    const entry = this.#chosen && this.#entry(this.#chosen)
    entry?.scrollIntoView({ block: 'center' })
    entry?.querySelector('a')?.focus({ preventScroll: true })
  }

  async #copy(): Promise<void> {
    const chosen = this.#chosen
    if (!chosen) return
    const point = this.#points.find(({ id }) => id === chosen.id)
    const place = point?.at ? `经度${point.at[0]}，纬度${point.at[1]}（${systemNames.wgs84}）` : ''
    const text = [this.#words(chosen), place, location.href].filter(Boolean).join('\n')
    const button = this.#part('[data-copy]')
    try {
      await navigator.clipboard.writeText(text)
      button.textContent = '已复制'
    } catch {
      // Without leave to write, the reader's own copy still works on selected text.
      getSelection()?.selectAllChildren(this.#part('[data-map-said]'))
      button.textContent = '已选中，请复制'
    }
    setTimeout(() => (button.textContent = '复制'), 2000)
  }

  async #nearest(): Promise<void> {
    await this.#fetchPoints()
    const panel = this.#part('[data-near]')
    panel.hidden = false
    await findNearest(panel, this.#points, (id) => {
      this.#choose({ attribute: 'data-point', id })
      this.#find()
    })
  }

  /** Writes the entries of a town opened by hand, where the page was built without them. */
  async #fill(target: Element): Promise<void> {
    const many = target.matches('details[open]') && target.querySelector('[data-many]')
    if (!many) return
    await this.#fetchPoints()
    const town = target.closest<HTMLElement>('[data-town]')?.dataset.town
    fillEntries(
      many,
      this.#filtered.points.filter((point) => point.town === town),
    )
    this.#mark()
  }

  /** Points of a roster too long to be written into the page. */
  #fetchPoints(): Promise<void> {
    const { points } = this.#root.dataset
    if (points === undefined) return Promise.resolve()
    this.#fetching ??= fetch(points)
      .then((response) => response.json())
      .then(({ features }: { features: LiaisonFeature[] }) => {
        this.#points = [...this.#points, ...pointsOf(features)]
        this.#apply()
      })
      .catch(() => {
        this.#fetching = undefined
        this.#say('名单没有载入，请检查网络后再试')
      })
    return this.#fetching
  }

  #reading = false
  /** How names are read; without it the filter still finds what is written. */
  async #fetchPinyin(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    try {
      const response = await fetch(this.#root.dataset.pinyin ?? '')
      this.#pinyin = await response.json()
      this.#apply()
    } catch {
      this.#reading = false
    }
  }

  #load(): Promise<void> {
    this.#loading ??= this.#draw().catch(() => {
      // The built drawing and the list stay; the next wish to see the map tries again.
      this.#root.dataset.state = 'idle'
      this.#loading = undefined
    })
    return this.#loading
  }

  #redraw(): void {
    if (this.#live) this.#loading = this.#draw()
  }

  async #draw(): Promise<void> {
    const many = this.#root.dataset.points !== undefined
    const [{ drawLiveMap, loadLiveStyles, readDrawing }, clusters] = await Promise.all([
      import('./liveMap.ts'),
      many ? import('./liveClusters.ts') : undefined,
      this.#fetchPoints(),
    ])
    await loadLiveStyles()
    const drawing = this.#part('[data-map-drawing]')
    const host = this.#part('[data-map-live]')
    const stage = this.#part('[data-map-stage]')
    drawing.hidden = false
    const cut = [...drawing.querySelectorAll('svg')].find(
      (svg) => getComputedStyle(svg).display !== 'none',
    )
    if (!cut) return
    const model = readDrawing(cut)
    // 关怀版 sets the names larger than they were built.
    const sizeOf = (selector: string, built: number) => {
      const words = cut.querySelector(selector)
      return words ? Number.parseFloat(getComputedStyle(words).fontSize) : built
    }
    model.lettering = sizeOf('[data-town] text', model.lettering)
    model.small = sizeOf('.scale text', model.small)
    const drawClusters = clusters?.prepareClusters(this.#points)
    // Gathering and drawing are two tasks, so that neither keeps the page from answering.
    if (many) await new Promise((resolve) => setTimeout(resolve))
    this.#live?.remove()
    host.hidden = false
    this.#live = drawLiveMap(host, {
      drawing: model,
      drawClusters,
      onChoose: (mark) => this.#choose(mark),
      onPass: (mark, words) => this.#say(mark ? this.#words(mark) : words),
      onHint: (words) => this.#hint(words),
      onGroundLost: () => this.#groundLost(),
      tianditu: this.#root.dataset.tianditu,
      still:
        matchMedia('(prefers-reduced-motion: reduce)').matches ||
        document.documentElement.dataset.mode === 'care',
    })
    stage.style.aspectRatio = `${model.width} / ${model.height}`
    drawing.hidden = true
    this.#part('[data-map-tools]').hidden = false
    const ground = this.#root.querySelector<HTMLElement>('[data-ground]')
    if (ground) ground.hidden = false
    this.#live.show(this.#view)
    this.#moveMap()
    this.#root.dataset.state = 'ready'
  }

  #hinting: ReturnType<typeof setTimeout> | undefined
  #hint(words: string): void {
    const hint = this.#part('[data-map-hint]')
    hint.textContent = words
    hint.hidden = false
    clearTimeout(this.#hinting)
    this.#hinting = setTimeout(() => (hint.hidden = true), 1500)
  }

  #switchGround(on = this.#part('[data-ground]').ariaPressed !== 'true'): void {
    this.#part('[data-ground]').ariaPressed = String(on)
    this.#part('[data-map-attribution]').hidden = !on
    this.#live?.ground(on)
  }

  #groundLost(): void {
    this.#switchGround(false)
    this.#say('天地图连接不上，已回到示意图')
  }
}

/** Brings the map's section to life; what the reader has already typed is kept. */
export function startMapPage(root: HTMLElement): void {
  new MapPage(root)
}
