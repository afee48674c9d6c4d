import type { Box, Place } from '../../svg/box.ts'

/**
 * Places for `count` dots spread evenly around a box, clockwise from the upper left corner, with one in each corner; if
 * the count is odd, the last place stays empty.
 */
export function framePlaces(count: number, box: Box): Place[] {
  if (count === 0) return []
  const width = box.right - box.left
  const height = box.bottom - box.top
  const half = Math.ceil(count / 2)
  const across = Math.max(1, Math.min(half - 1, Math.round((half * width) / (width + height))))
  const down = half - across
  const places: Place[] = []
  for (let i = 0; i < across; i++) places.push({ x: box.left + (width * i) / across, y: box.top })
  for (let i = 0; i < down; i++) places.push({ x: box.right, y: box.top + (height * i) / down })
  for (let i = 0; i < across; i++)
    places.push({ x: box.right - (width * i) / across, y: box.bottom })
  for (let i = 0; i < down; i++) places.push({ x: box.left, y: box.bottom - (height * i) / down })
  return places.slice(0, count)
}
