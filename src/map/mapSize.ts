import type { Box } from './box.ts'

/** Dimensions of one cut of the map, in its own units (px at full size). */
export interface MapSize {
  name: 's' | 'w'
  width: number
  height: number
  /** Distance of the frame's dots from the edge. */
  inset: number
  /** Radius of a frame dot, where the frame has room for it. */
  dot: number
  /** Distance of the neatline from the edge. */
  neatline: number
  /** Blank kept between the neatline and the outermost places, so that names fit. */
  margin: Box
  /** Radius of a town's ring. */
  ring: number
  /** Radius of a registered point. */
  point: number
  /** Rings of water around a town: decoration. */
  ripples: number
  /** Size of the town names. */
  lettering: number
}

/** The two cuts: phones, and everything from 768 px. */
export const mapSizes: readonly MapSize[] = [
  {
    name: 's',
    width: 350,
    height: 375,
    inset: 8,
    dot: 3.3,
    neatline: 20,
    margin: { left: 62, top: 40, right: 34, bottom: 40 },
    ring: 4.5,
    point: 2.8,
    ripples: 4,
    lettering: 14,
  },
  {
    name: 'w',
    width: 840,
    height: 730,
    inset: 8,
    dot: 7,
    neatline: 31,
    margin: { left: 104, top: 68, right: 70, bottom: 64 },
    ring: 6,
    point: 4,
    ripples: 6,
    lettering: 20,
  },
]

/** The sheet less a margin all around. */
export function inside({ width, height }: MapSize, by: number): Box {
  return { left: by, top: by, right: width - by, bottom: height - by }
}
