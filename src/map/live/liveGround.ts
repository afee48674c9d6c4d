import type { Map as LeafletMap } from 'leaflet'
import { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js'
import { tiandituTiles } from './tianditu.ts'

/** The number of failed tiles, with none loaded, after which the tile server counts as unreachable. */
const maxFailedTiles = 4

/** Prepares 天地图 as a background that can be switched on and off; nothing is requested before. */
export function addGround(
  map: LeafletMap,
  host: HTMLElement,
  key: string,
  onLost: () => void,
): (on: boolean) => void {
  map.createPane('ground')
  let came = 0
  let failed = 0
  const layers = (['vec', 'cva'] as const).map((name) =>
    new TileLayer(tiandituTiles(name, key), {
      pane: 'ground',
      subdomains: '01234567',
      maxNativeZoom: 18,
      minZoom: 1,
    })
      .on('tileload', () => came++)
      .on('tileerror', () => {
        failed++
        if (came === 0 && failed === maxFailedTiles) onLost()
      }),
  )
  return (on) => {
    came = 0
    failed = 0
    host.classList.toggle('on-ground', on)
    for (const layer of layers) {
      if (on) layer.addTo(map)
      else layer.remove()
    }
  }
}
