import { maxZoom } from '../maxZoom.ts'
import { LatLngBounds, LeafletMap, SVG } from './leaflet.ts'
import type { DrawClusters, LiveView, MarkName, PlacedMark } from './live.ts'
import { handleKeys } from './liveKeys.ts'
import { addMarks } from './liveMarks.ts'
import { addNet } from './liveNet.ts'
import type { LiveDrawing } from './parseDrawing.ts'

// A single request loads everything the live map needs.
export { loadLiveStyles } from './liveStyles.ts'
export { parseDrawing } from './parseDrawing.ts'

/** The live map as the page controls it. */
export interface LiveMap {
  show(view: LiveView): void
  /** Brings a mark into view, zoomed in if it has coordinates of its own. */
  find(name: MarkName): void
  /** Zooms to all matching marks. */
  fit(view: LiveView): void
  zoom(steps: number): void
  /** Returns to the initial view. */
  reset(): void
  /** Switches the 天地图 background on or off. */
  ground(on: boolean): void
  remove(): void
}

/** What the live map starts from, reports, and may animate. */
export interface LiveMapOptions {
  drawing: LiveDrawing
  /** Draws the points with coordinates if the built drawing only holds clusters of them. */
  drawClusters: DrawClusters | undefined
  /** Marks beside the map that the keyboard reaches too, with their places in the map's window. */
  beside(): PlacedMark[]
  onChoose(name: MarkName | null): void
  /** Called when the keyboard selects a mark, or none. */
  onPass(name: MarkName | null, words: string): void
  /** Called when the reader tries to move the map with a gesture that scrolls the page. */
  onHint(words: string): void
  /** Called when 天地图 cannot be reached. */
  onGroundLost(): void
  tianditu: string | undefined
  /** Whether animation is off. */
  still: boolean
}

const extraZoom = 2
const wheelPerZoom = 150

/** A map whose paths are all in one SVG; Leaflet's default choice of renderer would also load its canvas renderer. */
class DrawnMap extends LeafletMap {
  readonly #paths = new SVG({ padding: 0.5 })

  override getRenderer(): SVG {
    if (!this.hasLayer(this.#paths)) this.addLayer(this.#paths)
    return this.#paths
  }
}

function createMap(host: HTMLElement, still: boolean): LeafletMap {
  const map = new DrawnMap(host, {
    fadeAnimation: !still,
    inertia: !still,
    zoomAnimation: !still,
    maxBoundsViscosity: 1,
    // The container is observed instead of the window (see below).
    trackResize: false,
    zoomSnap: 0,
  })
  host.tabIndex = 0
  return map
}

/** One finger and the wheel scroll the page; two fingers, or Ctrl with the wheel, move the map. */
function shareGestures(map: LeafletMap, host: HTMLElement, onHint: (words: string) => void) {
  const listening = new AbortController()
  const { signal } = listening
  host.addEventListener(
    'pointerdown',
    ({ pointerType }) => {
      if (pointerType === 'touch') map.dragging.disable()
      else map.dragging.enable()
    },
    { signal, capture: true },
  )
  host.addEventListener(
    'touchmove',
    ({ touches }) => touches.length === 1 && onHint('用两根手指移动、缩放地图'),
    { signal, passive: true },
  )
  host.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return onHint('按住 Ctrl 滚动，可以缩放地图')
      event.preventDefault()
      const zoom = map.getZoom() - event.deltaY / wheelPerZoom
      map.setZoomAround(map.mouseEventToContainerPoint(event), zoom, { animate: false })
    },
    { signal, passive: false },
  )
  return () => listening.abort()
}

/** Draws the map into its container with every mark at its place in the built drawing. */
export function drawLiveMap(host: HTMLElement, options: LiveMapOptions): LiveMap {
  const { drawing, drawClusters, still, tianditu } = options
  const animate = !still
  const bounds = new LatLngBounds(drawing.bounds)
  const map = createMap(host, still).fitBounds(bounds, { animate: false })
  const net = addNet(map, host, drawing)
  const marks = addMarks(map, drawing, drawClusters, options.onChoose)
  const stopKeys = handleKeys(map, host, { ...options, marks, reset: () => reset() })
  const stopSharing = shareGestures(map, host, options.onHint)

  const scale = () => map.getSize().x / drawing.width
  const opening = () => map.getBoundsZoom(bounds)
  const reset = () => map.fitBounds(bounds, { animate })
  const fit = () => {
    map.setMinZoom(0).setMaxZoom(maxZoom).setMaxBounds(new LatLngBounds([]))
    map.fitBounds(bounds, { animate: false })
    // Zooming in further than the precision of the places would show nothing more.
    const nearest = drawing.precision === 0 || tianditu ? maxZoom : map.getZoom() + extraZoom
    map.setMinZoom(map.getZoom()).setMaxZoom(nearest).setMaxBounds(bounds.pad(0.01))
    host.style.setProperty('--lettering', `${drawing.lettering * scale()}px`)
    host.style.setProperty('--small', `${Math.max(12, drawing.small * scale())}px`)
    host.style.setProperty('--scale', String(scale()))
    marks.refresh(scale())
    net.refresh()
  }
  const settle = () => {
    host.classList.toggle('is-near', map.getZoom() > opening() + 0.5)
    marks.refresh(scale())
  }
  fit()
  map.on('moveend', settle)

  let removed = false
  let ground: Promise<(on: boolean) => void> | undefined
  const layGround = async (key: string, on: boolean) => {
    try {
      // The tile code is loaded only for readers who switch tiles on.
      ground ??= import('./liveGround.ts').then(({ addGround }) =>
        addGround(map, host, key, options.onGroundLost),
      )
      const lay = await ground
      if (!removed) lay(on)
    } catch {
      ground = undefined
      if (!removed) options.onGroundLost()
    }
  }

  const resized = new ResizeObserver(() => {
    // In print or while hidden there is no width to fit into.
    if (host.clientWidth === 0 || map.getSize().x === host.clientWidth) return
    map.invalidateSize({ animate: false, pan: false })
    fit()
  })
  resized.observe(host)

  return {
    show: (view) => marks.show(view),
    find: (name) => {
      const mark = marks.find(name)
      if (!mark) return
      const close = Math.max(map.getZoom(), map.getMinZoom() + extraZoom, marks.aloneAt(name))
      if (mark.placed) map.setView(mark.at, Math.min(close, maxZoom), { animate })
      else if (!map.getBounds().contains(mark.at)) map.panTo(mark.at, { animate })
    },
    fit: (view) => {
      const places = marks.placesOf(view)
      if (places.length === 0) return
      const around = new LatLngBounds(places).pad(0.25)
      // Limited, so that a single place does not fill the map.
      const zoom = Math.min(map.getBoundsZoom(around), opening() + 3)
      map.setView(around.getCenter(), Math.max(zoom, map.getMinZoom()), { animate })
    },
    zoom: (steps) => map.setZoom(map.getZoom() + steps, { animate }),
    reset,
    ground: (on) => {
      if (tianditu) layGround(tianditu, on)
    },
    remove: () => {
      removed = true
      resized.disconnect()
      stopKeys()
      stopSharing()
      net.remove()
      map.remove()
    },
  }
}
