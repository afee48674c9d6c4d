/** Longitude and latitude in degrees, WGS-84. */
export type LngLat = readonly [longitude: number, latitude: number]
