import type { Map as LeafletMap } from 'leaflet'
import type { Place } from '../../svg/box.ts'
import type { LiveDrawing } from './parseDrawing.ts'

/** Identifies a mark of the map: a town by its adcode or a point by its id. */
export interface MarkName {
  attribute: 'data-town' | 'data-point'
  id: string
}

/** A mark with its place in the map's window. */
export interface PlacedMark extends Place {
  key: string
  /** Absent for a cluster. */
  name?: MarkName
  /** The text shown for a cluster. */
  words: string
  /** Zooms in until the cluster splits. */
  open?(): void
  /** The mark's element, if it is drawn beside the map rather than on it. */
  element?: Element
}

/** What the live map should show. */
export interface LiveView {
  /** Ids of the matching points and towns; all others are dimmed. */
  points: ReadonlySet<string>
  towns: ReadonlySet<string>
  chosen: MarkName | null
}

/** Points too many to be drawn one by one, gathered into clusters for every view. */
export interface LiveClusters {
  refresh(): void
  filter(ids: ReadonlySet<string>): void
  find(id: string): [number, number] | undefined
  aloneAt(id: string): number
  placesOf(ids: ReadonlySet<string>): [number, number][]
  visible(): PlacedMark[]
}

/** Draws clusters on a live map; `onChoose` receives the id of a chosen point. */
export type DrawClusters = (
  map: LeafletMap,
  drawing: LiveDrawing,
  onChoose: (id: string) => void,
) => LiveClusters
