import { maxZoom } from '../maxZoom.ts'
import { LatLngBounds, LeafletMap, SVG } from './leaflet.ts'
import type { DrawClusters, LiveView, MarkName, PlacedMark } from './live.ts'
import { handleKeys } from './liveKeys.ts'
import { addMarks } from './liveMarks.ts'
import { addNet } from './liveNet.ts'
import type { LiveDrawing } from './parseDrawing.ts'

// One request brings all that the live map is made of.
export { loadLiveStyles } from './liveStyles.ts'
export { parseDrawing } from './parseDrawing.ts'

/** The live map as the page steers it. */
export interface LiveMap {
  show(view: LiveView): void
  /** Brings the chosen mark into view, close where it is a place of its own. */
  find(name: MarkName): void
  /** Brings everything that answers into view. */
  fit(view: LiveView): void
  zoom(steps: number): void
  /** Returns to the opening view. */
  reset(): void
  /** Lays 天地图 under the marks, or takes it away. */
  ground(on: boolean): void
  remove(): void
}

/** What the live map starts from, what it reports, and how it may move. */
export interface LiveMapOptions {
  drawing: LiveDrawing
  /** Draws the points with a place of their own when the drawing only holds clusters of them. */
  drawClusters: DrawClusters | undefined
  /** Marks beside the map that the keyboard reaches too, where they stand in the map's window. */
  beside(): PlacedMark[]
  onChoose(name: MarkName | null): void
  /** A mark, or null, has come under the keyboard. */
  onPass(name: MarkName | null, words: string): void
  /** The reader moves the map in a way that the page keeps for itself. */
  onHint(words: string): void
  /** 天地图 cannot be reached. */
  onGroundLost(): void
  tianditu: string | undefined
  /** Nothing glides. */
  still: boolean
}

const extraZoom = 2
const wheelPerZoom = 150

/** A map whose paths are all in one SVG; Leaflet's own choice of a renderer would bring its canvas along. */
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
    // The host is watched instead of the window (see below).
    trackResize: false,
    zoomSnap: 0,
  })
  host.tabIndex = 0
  return map
}

/** One finger scrolls the page and the wheel does too: two fingers, or Ctrl with the wheel, are for the map. */
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

/** Draws the map into its host with every mark where the built drawing has it. */
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
    // Closer than the places are exact there would be nothing to see.
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
      // What lays tiles is loaded for who wants them.
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
    // Printing and hiding leave no width to fit into.
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
      // Never so close that a single place fills the sheet.
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
