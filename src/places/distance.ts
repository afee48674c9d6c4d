import type { LngLat } from './lngLat.ts'

const earthRadius = 6_371_008.8
const radians = Math.PI / 180

/** Metres between two places on a sphere. */
export function metresBetween([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const across = Math.sin(((lngB - lngA) * radians) / 2)
  const along = Math.sin(((latB - latA) * radians) / 2)
  const chord = along ** 2 + Math.cos(latA * radians) * Math.cos(latB * radians) * across ** 2
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, chord)))
}

/** A distance in words: 约350米, 约1.2公里. */
export function formatDistance(metres: number): string {
  if (metres < 1000) return `约${Math.max(10, Math.round(metres / 10) * 10)}米`
  return `约${metres < 10_000 ? (metres / 1000).toFixed(1) : Math.round(metres / 1000)}公里`
}
