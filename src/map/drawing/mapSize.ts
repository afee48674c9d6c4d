import type { Box } from '../../svg/box.ts'

/** Dimensions of one cut of the map, in its own units (px at full size). */
export interface MapSize {
  name: 's' | 'w' | 'c'
  width: number
  /**
   * Height of the sheet without the row of towns that have no coordinates; chosen so that today's frame is evenly
   * filled.
   */
  height: number
  /** Distance of the frame's dots from the edge. */
  inset: number
  /** Radius of a frame dot, if there is room for it. */
  dot: number
  /** Distance of the neatline from the edge. */
  neatline: number
  /** Space between the neatline and the outermost places, so that names fit. */
  margin: Box
  /** Radius of a town's ring. */
  ring: number
  /** Radius of a registered point: with enough room, and without. */
  point: number
  leastPoint: number
  /** Size of the town names. */
  lettering: number
  /** The text size for which names are given room: 关怀版 sets the wide cut in this size. */
  room: number
  /** Names stand beside their towns, or in a column joined to them by leaders if they would not fit. */
  names: 'beside' | 'column'
  /** Text size of the degrees and of the scale bar. */
  small: number
  /** The most meridians whose labels fit. */
  meridians: number
}

/** The three cuts: phones, windows from 768 px, and phones in 关怀版. */
export const mapSizes: readonly MapSize[] = [
  {
    name: 's',
    width: 350,
    height: 383,
    inset: 8,
    dot: 3.3,
    neatline: 20,
    margin: { left: 62, top: 40, right: 34, bottom: 44 },
    ring: 4.5,
    point: 2.8,
    leastPoint: 1.6,
    lettering: 14,
    room: 14,
    names: 'beside',
    small: 12,
    meridians: 3,
  },
  {
    name: 'w',
    width: 840,
    height: 696,
    inset: 8,
    dot: 7,
    neatline: 31,
    margin: { left: 128, top: 68, right: 128, bottom: 76 },
    ring: 6,
    point: 4,
    leastPoint: 2.4,
    lettering: 20,
    room: 30,
    names: 'beside',
    small: 15,
    meridians: 6,
  },
  {
    name: 'c',
    width: 350,
    height: 416,
    inset: 8,
    dot: 3.3,
    neatline: 20,
    margin: { left: 10, top: 40, right: 118, bottom: 60 },
    ring: 5,
    point: 3,
    leastPoint: 2,
    lettering: 24,
    room: 24,
    names: 'column',
    small: 24,
    meridians: 3,
  },
]

/** The box of the sheet without a margin on all sides. */
export function inside({ width, height }: Pick<MapSize, 'width' | 'height'>, by: number): Box {
  return { left: by, top: by, right: width - by, bottom: height - by }
}

/** A box without a margin on all sides. */
export function within({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left + by, top: top + by, right: right - by, bottom: bottom - by }
}
