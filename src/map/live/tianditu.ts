/** The servers of 天地图's tiles: the only other origins, and only in a build that has a key. */
export const tiandituOrigins = Array.from(
  { length: 8 },
  (_, index) => `https://t${index}.tianditu.gov.cn`,
)

/** Address template of a layer of 天地图 for Leaflet; `vec` is the background, `cva` its Chinese names. */
export function tiandituTiles(layer: 'vec' | 'cva', key: string): string {
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
  })
  const tile = `&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`
  return `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?${query}${tile}`
}
