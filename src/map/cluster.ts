import type { Place } from './box.ts'
import type { LabelPlacement } from './labels.ts'

/** The dots that stand in rows under a town's name. */
export interface Cluster {
  count: number
  columns: number
  /** Distance between neighbouring dots. */
  pitch: number
}

/** A cluster about as wide as the name above it, wider where it would pile up. */
export function clusterUnder(nameWidth: number, count: number, pitch: number): Cluster {
  const columns = Math.max(Math.floor(nameWidth / pitch), Math.ceil(Math.sqrt(count * 2)))
  return { count, columns: Math.min(count, columns), pitch }
}

/** Height a cluster adds under the name; 0 when it is empty. */
export function clusterHeight({ count, columns, pitch }: Cluster): number {
  return count === 0 ? 0 : pitch * Math.ceil(count / columns)
}

/** Places of a cluster's dots in reading order, aligned with the label they stand in. */
export function clusterPlaces(cluster: Cluster, { anchor, box }: LabelPlacement): Place[] {
  const { count, columns, pitch } = cluster
  const top = box.bottom - clusterHeight(cluster)
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
