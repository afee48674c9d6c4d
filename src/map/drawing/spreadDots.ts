import type { Place } from '../../svg/box.ts'

/** Dots of one radius that do not overlap. */
export interface Spread {
  radius: number
  places: Place[]
}

/** Distance between the centres of neighbouring dots, as a multiple of their diameter. */
const dotSpacing = 1.12

/** Pairs closer than a distance, by index, each once. */
function pairsWithin(places: readonly Place[], distance: number): [number, number][] {
  const cells = new Map<string, number[]>()
  const pairs: [number, number][] = []
  for (const [index, { x, y }] of places.entries()) {
    const [column, row] = [Math.floor(x / distance), Math.floor(y / distance)]
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const place = places[other] as Place
          if (Math.hypot(place.x - x, place.y - y) < distance) pairs.push([other, index])
        }
      }
    }
    const cell = cells.get(`${column} ${row}`)
    if (cell) cell.push(index)
    else cells.set(`${column} ${row}`, [index])
  }
  return pairs
}

/**
 * One radius for all dots, between `minRadius` and `maxRadius`, as large as the closest pair allows; if even
 * `minRadius` is too large, dots that would overlap move apart, no further than needed. All other dots stay exactly
 * where they are.
 */
export function spreadDots(places: readonly Place[], minRadius: number, maxRadius: number): Spread {
  const tightest = 2 * minRadius * dotSpacing
  const gaps = pairsWithin(places, 2 * maxRadius * dotSpacing).map(([a, b]) => {
    const [one, other] = [places[a] as Place, places[b] as Place]
    return Math.hypot(one.x - other.x, one.y - other.y)
  })
  const bearable = gaps.filter((gap) => gap >= tightest)
  const radius =
    gaps.length === 0
      ? maxRadius
      : bearable.length < gaps.length
        ? minRadius
        : Math.min(maxRadius, Math.min(...bearable) / (2 * dotSpacing))
  const moved = places.map(({ x, y }) => ({ x, y }))
  const apart = 2 * radius * dotSpacing
  for (let round = 0; round < 300; round++) {
    // A small tolerance, without which the last steps would never end.
    const close = pairsWithin(moved, apart - 1e-6)
    if (close.length === 0) break
    for (const [a, b] of close) {
      const [one, other] = [moved[a] as Place, moved[b] as Place]
      let [dx, dy] = [other.x - one.x, other.y - one.y]
      let gap = Math.hypot(dx, dy)
      if (gap < 1e-9) {
        // Two dots at the same place move in a direction of their own, the same in every build.
        dx = Math.cos(b)
        dy = Math.sin(b)
        gap = 0
      } else {
        dx /= gap
        dy /= gap
      }
      const step = (apart - gap) / 2 + 1e-6
      one.x -= dx * step
      one.y -= dy * step
      other.x += dx * step
      other.y += dy * step
    }
  }
  return { radius, places: moved }
}
