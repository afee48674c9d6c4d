import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// Leaflet checks its browser as soon as it is loaded.
beforeAll(() => {
  const { window, document } = parseHTML('<html><body></body></html>')
  vi.stubGlobal('window', Object.assign(window, { devicePixelRatio: 1 }))
  vi.stubGlobal('document', document)
})
afterAll(() => vi.unstubAllGlobals())

test('the modules taken from inside Leaflet are where they were, each with its class', async () => {
  const { TileLayer } = await import('leaflet/src/layer/tile/TileLayer.js')
  const taken = { ...(await import('../../../src/map/live/leaflet.ts')), TileLayer }
  const classes = Object.entries(taken).filter(([, value]) => typeof value === 'function')
  const names = 'CircleMarker LatLngBounds Layer LeafletMap Path Point SVG TileLayer'
  expect(classes.map(([name]) => name).sort()).toEqual(names.split(' '))
})

test('a map is dragged, pinched and double-clicked; what else moves it is the page’s own', async () => {
  const { LeafletMap } = await import('../../../src/map/live/leaflet.ts')
  const handlers = 'boxZoom doubleClickZoom dragging keyboard scrollWheelZoom tapHold touchZoom'
  const { options } = LeafletMap.prototype
  const there = handlers.split(' ').filter((name) => name in options)
  expect(there).toEqual(['doubleClickZoom', 'dragging', 'touchZoom'])
})
