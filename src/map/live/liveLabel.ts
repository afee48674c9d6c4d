import type { LatLngExpression, LeafletEvent, Point, ZoomAnimEvent } from 'leaflet'
import { Layer } from './leaflet.ts'

/** Text at a place, which keeps its size at every zoom. */
export class LiveLabel extends Layer {
  readonly element = document.createElement('div')
  override options = { pane: 'markerPane', bubblingMouseEvents: false }
  readonly #at: LatLngExpression

  constructor(at: LatLngExpression, className: string, words: Node) {
    super()
    this.#at = at
    this.element.classList.add('leaflet-zoom-animated', className)
    this.element.append(words)
  }

  override onAdd(): this {
    this.getPane()?.append(this.element)
    this.addInteractiveTarget(this.element)
    this.#place()
    return this
  }

  override onRemove(): this {
    this.removeInteractiveTarget(this.element)
    this.element.remove()
    return this
  }

  override getEvents() {
    const place = () => this.#place()
    const glide = (event: LeafletEvent) => this.#glide(event as ZoomAnimEvent)
    return { viewreset: place, zoom: place, zoomanim: glide }
  }

  #place(): void {
    this.#moveTo(this._map.latLngToLayerPoint(this.#at))
  }

  /** Moves the label to where it will be after the map's zoom animation. */
  #glide({ center, zoom }: ZoomAnimEvent): void {
    const map = this._map
    const origin = map
      .project(center, zoom)
      .subtract(map.getSize().divideBy(2))
      .subtract(map.containerPointToLayerPoint([0, 0]))
      .round()
    this.#moveTo(map.project(this.#at, zoom).subtract(origin))
  }

  #moveTo(point: Point): void {
    const { x, y } = point.round()
    this.element.style.transform = `translate3d(${x}px, ${y}px, 0)`
  }
}
