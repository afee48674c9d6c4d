// Module by module, since the package is one file most of which the map has no use for. Keys (`liveKeys.ts`) and the
// wheel (`liveMap.ts`) are the page's own, so Leaflet's handlers of both stay out.
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
