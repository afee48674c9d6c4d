import { CircleMarker, DivIcon, Map as LeafletMap, LatLngBounds, Marker, Point, Rectangle, SVG } from 'leaflet'
import type { DrawnMark, Drawing, LatLng } from './readDrawing.ts'

/** The live map as the page steers it. */
export interface LiveMap {
  /** Brings a mark into view; a point at its own place is also brought close. */
  show(attribute: DrawnMark['attribute'], id: string): void
  zoom(steps: number): void
  /** Returns to the opening view. */
  reset(): void
  remove(): void
}

/** What the live map reports, and how it may move. */
export interface LiveMapOptions {
  onChoose(attribute: DrawnMark['attribute'], id: string): void
  onClear(): void
  still: boolean
  touch: boolean
}

const closer = 2
const deepest = 17
const wheelPerZoom = 150

/** Draws the map into its host with every mark where the built drawing has it. */
export function drawLiveMap(host: HTMLElement, drawing: Drawing, options: LiveMapOptions): LiveMap {
  const animate = !options.still
  const map = new LeafletMap(host, {
    attributionControl: false,
    boxZoom: false,
    // One finger scrolls the page, and the wheel does too unless Ctrl is held (see the element).
    dragging: !options.touch,
    scrollWheelZoom: false,
    // The stage is watched instead of the window (see below).
    trackResize: false,
    fadeAnimation: animate,
    inertia: animate,
    markerZoomAnimation: animate,
    zoomAnimation: animate,
    zoomControl: false,
    zoomSnap: 0,
    maxBoundsViscosity: 1,
    renderer: new SVG({ padding: 0.5 }),
  })
  // Leaflet's arrow keys always glide; there is no option for it.
  if (options.still) {
    map.panBy = (offset) => LeafletMap.prototype.panBy.call(map, offset, { animate: false })
  }
  const bounds = new LatLngBounds(drawing.bounds)
  const scaled: { layer: CircleMarker; radius: number }[] = []
  const places = new Map<string, LatLng>()
  const exact = new Set<string>()
  const clusters: { layer: CircleMarker; beside: NonNullable<DrawnMark['beside']> }[] = []
  const key = (mark: Pick<DrawnMark, 'attribute' | 'id'>) => `${mark.attribute}=${mark.id}`
  const scale = () => map.getSize().x / drawing.width

  const circle = (at: LatLng, radius: number, className: string, interactive: boolean, opacity = 1) => {
    const layer = new CircleMarker(at, { radius, className, interactive, opacity, bubblingMouseEvents: false })
    scaled.push({ layer, radius })
    return layer.addTo(map)
  }
  /** Dots without a place of their own keep beside their town's name at every zoom. */
  const holdClusters = () => {
    for (const { layer, beside } of clusters) {
      const town = places.get(`data-town=${beside.town}`)
      if (!town) continue
      const offset = new Point(beside.dx, beside.dy).multiplyBy(scale())
      layer.setLatLng(map.layerPointToLatLng(map.latLngToLayerPoint(town).add(offset)))
    }
  }
  const fit = () => {
    map.setMinZoom(0)
    map.setMaxBounds(new LatLngBounds([]))
    map.fitBounds(bounds, { animate: false })
    map.setMinZoom(map.getZoom())
    map.setMaxZoom(deepest)
    map.setMaxBounds(bounds.pad(0.01))
    host.style.setProperty('--lettering', `${drawing.lettering * scale()}px`)
    host.style.setProperty('--scale', String(scale()))
    for (const { layer, radius } of scaled) layer.setRadius(radius * scale())
    holdClusters()
  }

  map.fitBounds(bounds, { animate: false })
  new Rectangle(new LatLngBounds(drawing.neatline), { className: 'neatline', interactive: false }).addTo(map)
  for (const mark of drawing.marks) {
    if (mark.attribute === 'data-point') continue
    for (const { radius, opacity } of drawing.ripples) circle(mark.at, radius, 'ripple', false, opacity)
  }
  for (const mark of drawing.marks) {
    places.set(key(mark), mark.at)
    const choose = () => options.onChoose(mark.attribute, mark.id)
    const layer = circle(mark.at, mark.radius, mark.className, true).on('click', choose)
    layer.getElement()?.setAttribute(mark.attribute, mark.id)
    if (mark.className.includes('placed')) exact.add(mark.id)
    if (mark.beside) clusters.push({ layer, beside: mark.beside })
    if (mark.name) {
      const icon = new DivIcon({ html: nameElement(mark.name), className: 'town-label', iconSize: [0, 0] })
      const label = new Marker(mark.at, { icon, keyboard: false }).addTo(map).on('click', choose)
      label.getElement()?.setAttribute(mark.attribute, mark.id)
    }
  }
  fit()
  map.on('click', options.onClear)
  map.on('zoomend', holdClusters)

  const resized = new ResizeObserver(() => {
    // Printing and hiding leave no width to fit into.
    if (host.clientWidth === 0 || map.getSize().x === host.clientWidth) return
    map.invalidateSize({ animate: false, pan: false })
    fit()
  })
  resized.observe(host)
  const zoomWithCtrl = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const zoom = map.getZoom() - event.deltaY / wheelPerZoom
    map.setZoomAround(map.mouseEventToContainerPoint(event), zoom, { animate: false })
  }
  host.addEventListener('wheel', zoomWithCtrl, { passive: false })

  return {
    show: (attribute, id) => {
      const at = places.get(`${attribute}=${id}`)
      if (!at) return
      if (exact.has(id)) map.setView(at, Math.max(map.getZoom(), map.getMinZoom() + closer), { animate })
      else if (!map.getBounds().contains(at)) map.panTo(at, { animate })
    },
    zoom: (steps) => map.setZoom(map.getZoom() + steps, { animate }),
    reset: () => map.fitBounds(bounds, { animate }),
    remove: () => {
      resized.disconnect()
      host.removeEventListener('wheel', zoomWithCtrl)
      map.remove()
    },
  }
}

/** A town's name set from the same anchor as in the built drawing, as text. */
function nameElement(name: NonNullable<DrawnMark['name']>): HTMLElement {
  const element = document.createElement('span')
  element.textContent = name.text
  element.dataset['anchor'] = name.anchor
  element.style.setProperty('--dx', String(name.dx))
  element.style.setProperty('--dy', String(name.dy))
  return element
}
