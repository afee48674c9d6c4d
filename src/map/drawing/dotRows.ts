import type { Place } from '../../svg/box.ts'
import type { LabelPlacement } from './labels.ts'

/** The dots in rows below a town's name. */
export interface DotRows {
  count: number
  columns: number
  /** Distance between the centres of neighbouring dots. */
  pitch: number
}

/** Rows about as wide as the name above them, wider if there would be too many rows. */
export function rowsUnder(nameWidth: number, count: number, pitch: number): DotRows {
  const columns = Math.max(Math.floor(nameWidth / pitch), Math.ceil(Math.sqrt(count * 2)))
  return { count, columns: Math.min(count, columns), pitch }
}

/** The height that the rows add below the name; 0 if there are none. */
export function rowsHeight({ count, columns, pitch }: DotRows): number {
  return count === 0 ? 0 : pitch * Math.ceil(count / columns)
}

/** The places of the dots in reading order, aligned with the label above them. */
export function rowPlaces(rows: DotRows, { anchor, box }: LabelPlacement): Place[] {
  const { count, columns, pitch } = rows
  const top = box.bottom - rowsHeight(rows)
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    const inRow = Math.min(columns, count - row * columns)
    const slack = box.right - box.left - inRow * pitch
    const indent = anchor === 'start' ? 0 : anchor === 'end' ? slack : slack / 2
    return {
      x: box.left + indent + pitch * ((index % columns) + 0.5),
      y: top + pitch * (row + 0.5),
    }
  })
}
