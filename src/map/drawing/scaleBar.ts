/** A scale bar: its length on the ground and in the drawing, and its label. */
export interface ScaleBar {
  metres: number
  length: number
  words: string
}

const circumference = 40_075_016.686

/** Metres on the ground per unit of a Mercator projection of `scale` units per radian. */
export function metresPerUnit(scale: number, latitude: number): number {
  return ((circumference / (2 * Math.PI)) * Math.cos((latitude * Math.PI) / 180)) / scale
}

/**
 * The longest scale bar of 1, 2 or 5 times a power of ten metres that is no longer than `maxUnits`; null if it would be
 * shorter than the precision of the places in metres.
 */
export function scaleBar(
  metresToUnit: number,
  maxUnits: number,
  precision: number,
): ScaleBar | null {
  const room = metresToUnit * maxUnits
  const power = 10 ** Math.floor(Math.log10(room))
  const metres = ([5, 2].find((digit) => digit * power <= room) ?? 1) * power
  if (metres < precision) return null
  const words = metres < 1000 ? `${metres}米` : `${metres / 1000}公里`
  return { metres, length: metres / metresToUnit, words }
}
