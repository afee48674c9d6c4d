import { metresBetween } from './distance.ts'
import type { LngLat } from './lngLat.ts'

const metresPerDegree = 111_195

/** Each place that is closer than `metres` to an earlier one, with the first such place; by index. */
export function closePairs(
  places: readonly LngLat[],
  metres: number,
): { index: number; earlier: number }[] {
  // Cells slightly wider than the distance, so that only neighbouring cells need to be compared.
  const height = (metres * 1.01) / metresPerDegree
  const rowOf = (lat: number) => Math.floor(lat / height)
  const columnIn = (row: number, lng: number) =>
    Math.floor((lng * Math.max(0.01, Math.cos((row * height * Math.PI) / 180))) / height)
  const cells = new Map<string, number[]>()
  return places.flatMap((place, index) => {
    const [lng, lat] = place
    const row = rowOf(lat)
    const key = `${row} ${columnIn(row, lng)}`
    const earlier = [row - 1, row, row + 1]
      .flatMap((near) =>
        [-1, 0, 1].flatMap((step) => cells.get(`${near} ${columnIn(near, lng) + step}`) ?? []),
      )
      .sort((a, b) => a - b)
      .find((other) => metresBetween(places[other] as LngLat, place) < metres)
    const cell = cells.get(key)
    if (cell) cell.push(index)
    else cells.set(key, [index])
    return earlier === undefined ? [] : [{ index, earlier }]
  })
}
