import type { LiaisonFeature } from '../liaisonGeojson.ts'
import type { SoundsLike } from './filterPoints.ts'
import { type ListedPoint, pointsOf, readPoints } from './listedPoint.ts'
import type { MarkName } from './live.ts'
import { fillEntries } from './showList.ts'

/** Lists longer than this start with the points of every town folded away. */
const maxUnfolded = 40

/** The list as built, and the data of its points; a long roster and the pinyin of names are fetched when needed. */
export class PointList {
  readonly element: HTMLElement
  points: ListedPoint[]
  /** Undefined until pinyin is loaded. */
  soundsLike: SoundsLike | undefined
  readonly #roster: string | undefined
  readonly #sounds: string
  readonly #tell: { more(): void; sounds(): void; lost(): void }
  #fetching: Promise<boolean> | undefined
  #known: boolean
  #reading = false

  /**
   * `roster` and `sounds` are the addresses of the data; `tell` is called when either has arrived, or the roster
   * failed.
   */
  constructor(
    element: HTMLElement,
    { roster, sounds }: { roster: string | undefined; sounds: string },
    tell: { more(): void; sounds(): void; lost(): void },
  ) {
    this.element = element
    this.points = readPoints(element)
    this.#roster = roster
    this.#known = roster === undefined
    this.#sounds = sounds
    this.#tell = tell
    this.#fold()
    this.#linkNames()
  }

  /** Whether the roster is too long to be written into the page. */
  get isLong(): boolean {
    return this.#roster !== undefined
  }

  /** Whether all points are loaded; until then, a missing point may still be in the roster. */
  get isKnown(): boolean {
    return this.#known
  }

  get townNames(): Map<string, string> {
    return new Map(
      [...this.element.querySelectorAll<HTMLElement>('[data-town]')].map((entry) => [
        entry.dataset.town ?? '',
        entry.querySelector('[data-name]')?.textContent?.trim() ?? '',
      ]),
    )
  }

  #fold(): void {
    const points = this.element.querySelectorAll('[data-group] details [data-name]')
    if (points.length <= maxUnfolded) return
    for (const details of this.element.querySelectorAll<HTMLDetailsElement>('[data-town] details'))
      details.open = false
  }

  /** Turns names into links to the state of choosing them, so that they can be copied and shared. */
  #linkNames(): void {
    for (const name of this.element.querySelectorAll('[data-name]')) {
      const entry = name.closest<HTMLElement>('[data-point], [data-town]')
      const { point, town } = entry?.dataset ?? {}
      const link = name.matches('a') ? (name as HTMLAnchorElement) : document.createElement('a')
      link.href = `?${new URLSearchParams(point === undefined ? { town: town ?? '' } : { point })}`
      if (link === name) continue
      link.append(...name.childNodes)
      name.append(link)
    }
  }

  entry({ attribute, id }: MarkName): HTMLElement | null {
    return this.element.querySelector(`[${attribute}="${CSS.escape(id)}"]`)
  }

  /** Marks the chosen entry, and opens the town of a chosen point. */
  mark(chosen: MarkName | null): void {
    for (const part of this.element.querySelectorAll('[data-chosen]')) {
      part.removeAttribute('data-chosen')
      part.querySelector('[aria-current]')?.removeAttribute('aria-current')
    }
    const entry = chosen && this.entry(chosen)
    entry?.setAttribute('data-chosen', '')
    entry
      ?.querySelector('[data-name]')
      ?.closest('li')
      ?.querySelector('a')
      ?.setAttribute('aria-current', 'true')
    const details = entry?.closest('details')
    if (details && chosen?.attribute === 'data-point') details.open = true
  }

  /** Everything known about a mark, in one line. */
  words({ attribute, id }: MarkName): string {
    if (attribute === 'data-town') {
      const entry = this.entry({ attribute, id })
      const details = [
        ...(entry?.querySelectorAll(':scope > [data-details], :scope > details > [data-details]') ??
          []),
      ]
      const words = details.map((part) => part.textContent?.trim()).join('，')
      return entry ? `${this.townNames.get(id)}　${words}` : ''
    }
    const point = this.points.find((item) => item.id === id)
    if (!point) return this.#known ? `没有编号为 ${id} 的联系点` : ''
    const town = this.townNames.get(point.town)
    return `${point.name}${town ? `（${town}）` : ''}　${point.details}`
  }

  /** Fetches the points of a long roster, once; resolves to whether they are loaded. */
  fetchPoints(): Promise<boolean> {
    if (this.#roster === undefined) return Promise.resolve(true)
    if (!this.#fetching) {
      this.#fetching = this.#fetchRoster(this.#roster)
      // Separate from fetching, so that an error while showing the points does not count as a failed roster.
      this.#fetching.then((known) => (known ? this.#tell.more() : this.#tell.lost()))
    }
    return this.#fetching
  }

  async #fetchRoster(address: string): Promise<boolean> {
    try {
      const response = await fetch(address)
      const { features }: { features: LiaisonFeature[] } = await response.json()
      const listed = new Set(this.points.map(({ id }) => id))
      this.points = [...this.points, ...pointsOf(features).filter(({ id }) => !listed.has(id))]
      this.#known = true
    } catch {
      this.#fetching = undefined
    }
    return this.#known
  }

  /** Fetches the pinyin of names; without it the filter only matches text as written. */
  async fetchPinyin(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    try {
      const [{ matchPinyin }, response] = await Promise.all([
        import('../../reading/matchPinyin.ts'),
        fetch(this.#sounds),
      ])
      const table = await response.json()
      this.soundsLike = (query, name) => matchPinyin(query, name, table)
      this.#tell.sounds()
    } catch {
      this.#reading = false
    }
  }

  /** Writes the entries of an opened town if the page was built without them; resolves to whether it did. */
  async fill(target: Element, shown: () => readonly ListedPoint[]): Promise<boolean> {
    const many = target.matches('details[open]') && target.querySelector('[data-many]')
    if (!many || !(await this.fetchPoints())) return false
    const town = target.closest<HTMLElement>('[data-town]')?.dataset.town
    fillEntries(
      many,
      shown().filter((point) => point.town === town),
    )
    return true
  }

  openAll(): void {
    for (const details of this.element.querySelectorAll('details')) details.open = true
  }
}
