import type { LiveView, MarkName, PlacedMark } from './live.ts'
import type { LiveMap } from './liveMap.ts'
import type { PointList } from './pointList.ts'

/** What the stage needs from the page. */
export interface StageOwner {
  list: PointList
  view(): LiveView
  choose(mark: MarkName | null): void
  say(words: string): void
  /** Called once the live map is drawn. */
  drawn(): void
}

/** Marks of the drawing outside the ground, which the live map does not draw. */
const beside = '.unplaced :is([data-town], [data-point])'

function nameOf(element: Element): MarkName {
  const town = element.getAttribute('data-town')
  return town === null
    ? { attribute: 'data-point', id: element.getAttribute('data-point') ?? '' }
    : { attribute: 'data-town', id: town }
}

/**
 * The place of the drawing: once loaded, the live map replaces its ground; if loading fails, the drawing comes back.
 */
export class MapStage {
  readonly #root: HTMLElement
  readonly #owner: StageOwner
  #live: LiveMap | undefined
  #loading: Promise<void> | undefined
  #hinting: ReturnType<typeof setTimeout> | undefined

  constructor(root: HTMLElement, owner: StageOwner) {
    this.#root = root
    this.#owner = owner
    for (const button of root.querySelectorAll<HTMLButtonElement>('[data-zoom]')) {
      button.addEventListener('click', () => this.#zoom(Number(button.dataset.zoom)))
    }
    root.querySelector('[data-ground]')?.addEventListener('click', () => this.#switchGround())
    // Shown before the map comes into view, so that nothing moves while the reader looks.
    for (const tool of root.querySelectorAll<HTMLElement>('[data-map-tools], [data-ground]'))
      tool.hidden = false
    this.#part('[data-map-drawing]').addEventListener('click', (event) => this.#point(event))
    matchMedia('(min-width: 48em)').addEventListener('change', () => this.#redraw())
    new MutationObserver(() => this.#redraw()).observe(document.documentElement, {
      attributeFilter: ['data-mode'],
    })
  }

  #part<E extends Element = HTMLElement>(selector: string): E {
    return this.#root.querySelector(selector) as E
  }

  get element(): HTMLElement {
    return this.#part('[data-map-stage]')
  }

  show(view: LiveView): void {
    for (const element of this.#besides) {
      const { attribute, id } = nameOf(element)
      const asked = attribute === 'data-town' ? view.towns : view.points
      const { chosen } = view
      element.toggleAttribute('data-off', !asked.has(id))
      const isChosen = chosen?.attribute === attribute && chosen.id === id
      element.toggleAttribute('data-chosen', isChosen)
    }
    this.#live?.show(view)
  }

  /** The marks outside the ground, of all cuts. */
  get #besides(): SVGGraphicsElement[] {
    return [...this.#root.querySelectorAll<SVGGraphicsElement>(beside)]
  }

  /** The marks outside the ground of the cut in view, with their places in the live map's window. */
  #placed(): PlacedMark[] {
    const ground = this.#part('[data-map-live]').getBoundingClientRect()
    return this.#besides
      .filter((element) => element.getClientRects().length > 0)
      .map((element): PlacedMark => {
        const name = nameOf(element)
        const mark = (element.querySelector('circle') ?? element).getBoundingClientRect()
        return {
          x: mark.x + mark.width / 2 - ground.x,
          y: mark.y + mark.height / 2 - ground.y,
          ...{ key: `${name.attribute}=${name.id}`, name, words: '', element },
        }
      })
  }

  #point({ target }: MouseEvent): void {
    const mark = (target as Element).closest(beside)
    if (mark) this.#owner.choose(nameOf(mark))
  }

  reset(): void {
    this.#live?.reset()
  }

  find(mark: MarkName): void {
    this.#live?.find(mark)
  }

  fit(view: LiveView): void {
    this.#live?.fit(view)
  }

  /** Loads and draws the live map once; if that fails, the built drawing stays and the next call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.#draw().catch(() => this.#giveBack())
    return this.#loading
  }

  #redraw(): void {
    if (this.#live) this.#loading = this.#draw().catch(() => this.#giveBack())
  }

  #giveBack(): void {
    this.#live?.remove()
    this.#live = undefined
    this.#loading = undefined
    this.#part('[data-map-live]').hidden = true
    this.#root.dataset.state = 'idle'
  }

  async #draw(): Promise<void> {
    const { list } = this.#owner
    const [{ drawLiveMap, loadLiveStyles, parseDrawing }, clusters, known] = await Promise.all([
      import('./liveMap.ts'),
      list.isLong ? import('./liveClusters.ts') : undefined,
      list.fetchPoints(),
    ])
    if (!known) throw new Error('名单没有载入')
    await loadLiveStyles()
    const drawing = this.#part('[data-map-drawing]')
    const host = this.#part('[data-map-live]')
    const cut = [...drawing.querySelectorAll('svg')].find(
      (svg) => getComputedStyle(svg).display !== 'none',
    )
    if (!cut) return
    const model = parseDrawing(cut)
    // 关怀版 shows the names larger than they were built.
    const sizeOf = (selector: string, built: number) => {
      const words = cut.querySelector(selector)
      return words ? Number.parseFloat(getComputedStyle(words).fontSize) : built
    }
    model.lettering = sizeOf('[data-town] text', model.lettering)
    model.small = sizeOf('.scale text', model.small)
    const drawClusters = clusters?.prepareClusters(list.points)
    // Gathering and drawing are separate tasks, so that neither blocks the page for long.
    if (list.isLong) await new Promise((resolve) => setTimeout(resolve))
    this.#live?.remove()
    for (const [side, share] of Object.entries(model.place))
      host.style.setProperty(side, `${100 * share}%`)
    host.hidden = false
    this.#live = drawLiveMap(host, {
      drawing: model,
      drawClusters,
      beside: () => this.#placed(),
      onChoose: (mark) => this.#owner.choose(mark),
      onPass: (mark, words) => this.#owner.say(mark ? list.words(mark) : words),
      onHint: (words) => this.#hint(words),
      onGroundLost: () => this.#groundLost(),
      tianditu: this.#root.dataset.tianditu,
      still:
        matchMedia('(prefers-reduced-motion: reduce)').matches ||
        document.documentElement.dataset.mode === 'care',
    })
    if (this.#root.querySelector('[data-ground][aria-pressed=true]')) this.#live.ground(true)
    this.#live.show(this.#owner.view())
    this.#owner.drawn()
    this.#root.dataset.state = 'ready'
  }

  async #zoom(steps: number): Promise<void> {
    await this.load()
    if (steps === 0) this.reset()
    else this.#live?.zoom(steps)
  }

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
    if (this.#live) this.#live.ground(on)
    else if (on) this.load()
  }

  #groundLost(): void {
    this.#switchGround(false)
    this.#owner.say('天地图连接不上，已回到示意图')
  }
}
