import type { LatLngBounds } from 'leaflet'
import { Path } from './leaflet.ts'

/** The neatline, a path so that it moves and grows with the marks. */
export class LiveNeatline extends Path {
  override options = { className: 'neatline', interactive: false }
  readonly #bounds: LatLngBounds

  constructor(bounds: LatLngBounds) {
    super()
    this.#bounds = bounds
  }

  // Leaflet calls these two of every path: to find its place, and to draw it there.
  _project(): void {}

  _update(): void {
    const corner = this._map.latLngToLayerPoint(this.#bounds.getNorthWest())
    const opposite = this._map.latLngToLayerPoint(this.#bounds.getSouthEast())
    const d = `M${corner.x} ${corner.y}H${opposite.x}V${opposite.y}H${corner.x}z`
    this.getElement()?.setAttribute('d', d)
  }
}
