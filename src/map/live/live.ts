import type { Map as LeafletMap } from 'leaflet'
import type { Place } from '../../svg/box.ts'
import type { LiveDrawing } from './parseDrawing.ts'

/** Names a mark of the map: a town by its adcode or a point by its id. */
export interface MarkName {
  attribute: 'data-town' | 'data-point'
  id: string
}

/** A mark where it stands in the map's window. */
export interface PlacedMark extends Place {
  key: string
  /** Absent for a cluster. */
  name?: MarkName
  /** What is said of a cluster. */
  words: string
  /** Takes a cluster apart. */
  open?(): void
  /** The mark itself, where it is drawn beside the map and not on it. */
  element?: Element
}

/** What the live map is asked to show. */
export interface LiveView {
  /** Ids of the points that answer, and the towns; others step back. */
  points: ReadonlySet<string>
  towns: ReadonlySet<string>
  chosen: MarkName | null
}

/** Points too many to be drawn one by one, gathered anew for every view. */
export interface LiveClusters {
  refresh(): void
  filter(ids: ReadonlySet<string>): void
  find(id: string): [number, number] | undefined
  aloneAt(id: string): number
  placesOf(ids: ReadonlySet<string>): [number, number][]
  visible(): PlacedMark[]
}

/** Puts clusters on a live map; `onChoose` is told the id of a point. */
export type DrawClusters = (
  map: LeafletMap,
  drawing: LiveDrawing,
  onChoose: (id: string) => void,
) => LiveClusters
