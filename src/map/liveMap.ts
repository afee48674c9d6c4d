import { LatLngBounds, Map as LeafletMap, Rectangle, SVG } from 'leaflet'
import { addMarks, type ChooseMark } from './liveMarks.ts'
import type { Drawing } from './readDrawing.ts'

/** The live map as the page steers it. */
export interface LiveMap {
  /** Brings a mark into view; a point at its own place is also brought close. */
  show: ChooseMark
  zoom(steps: number): void
  /** Returns to the opening view. */
  reset(): void
  remove(): void
}

/** What the live map reports, and how it may move. */
export interface LiveMapOptions {
  onChoose: ChooseMark
  /** The reader has chosen empty ground. */
  onClear(): void
  /** Nothing glides. */
  still: boolean
  /** The reader points with a finger. */
  touch: boolean
}

const closer = 2
const deepest = 17
const wheelPerZoom = 150

function createMap(host: HTMLElement, { still, touch }: LiveMapOptions): LeafletMap {
  const map = new LeafletMap(host, {
    attributionControl: false,
    boxZoom: false,
    // One finger scrolls the page, and so does the wheel unless Ctrl is held (see below).
    dragging: !touch,
    scrollWheelZoom: false,
    fadeAnimation: !still,
    inertia: !still,
    markerZoomAnimation: !still,
    zoomAnimation: !still,
    maxBoundsViscosity: 1,
    renderer: new SVG({ padding: 0.5 }),
    // The host is watched instead of the window (see below).
    trackResize: false,
    zoomControl: false,
    zoomSnap: 0,
  })
  // Leaflet's arrow keys always glide; there is no option for it.
  if (still) map.panBy = (by) => LeafletMap.prototype.panBy.call(map, by, { animate: false })
  return map
}

/** Draws the map into its host with every mark where the built drawing has it. */
export function drawLiveMap(host: HTMLElement, drawing: Drawing, options: LiveMapOptions): LiveMap {
  const animate = !options.still
  const bounds = new LatLngBounds(drawing.bounds)
  const map = createMap(host, options).fitBounds(bounds, { animate: false })
  const neatline = { className: 'neatline', interactive: false }
  new Rectangle(new LatLngBounds(drawing.neatline), neatline).addTo(map)
  const marks = addMarks(map, drawing, options.onChoose)

  const scale = () => map.getSize().x / drawing.width
  const fit = () => {
    map.setMinZoom(0).setMaxBounds(new LatLngBounds([]))
    map.fitBounds(bounds, { animate: false })
    map.setMinZoom(map.getZoom()).setMaxZoom(deepest).setMaxBounds(bounds.pad(0.01))
    host.style.setProperty('--lettering', `${drawing.lettering * scale()}px`)
    host.style.setProperty('--scale', String(scale()))
    marks.resize(scale())
    marks.holdClusters(scale())
  }
  fit()
  map.on('click', options.onClear)
  map.on('zoomend', () => marks.holdClusters(scale()))

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
      const mark = marks.find(attribute, id)
      if (!mark) return
      const close = Math.max(map.getZoom(), map.getMinZoom() + closer)
      if (mark.className.includes('placed')) map.setView(mark.at, close, { animate })
      else if (!map.getBounds().contains(mark.at)) map.panTo(mark.at, { animate })
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
