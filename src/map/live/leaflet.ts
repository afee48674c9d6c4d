// Imports Leaflet module by module, because the package's single file is mostly code the map does not use. Keyboard
// (`liveKeys.ts`) and wheel (`liveMap.ts`) are handled by this site, so Leaflet's own handlers are left out.
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js'
import 'leaflet/src/map/handler/Map.Drag.js'
import 'leaflet/src/map/handler/Map.TouchZoom.js'

export { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js'
export { Point } from 'leaflet/src/geometry/Point.js'
export { Layer } from 'leaflet/src/layer/Layer.js'
export { CircleMarker } from 'leaflet/src/layer/vector/CircleMarker.js'
export { Path } from 'leaflet/src/layer/vector/Path.js'
export { SVG } from 'leaflet/src/layer/vector/SVG.js'
export { Map as LeafletMap } from 'leaflet/src/map/Map.js'
