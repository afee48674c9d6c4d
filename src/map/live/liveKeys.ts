import type { Map as LeafletMap } from 'leaflet'
import { pressedKey } from '../../client/keys.ts'
import { CircleMarker } from './leaflet.ts'
import type { MarkName, PlacedMark } from './live.ts'
import type { LiveMarks } from './liveMarks.ts'
import { arrows, nextMark } from './nextMark.ts'

interface KeyOptions {
  marks: LiveMarks
  beside(): PlacedMark[]
  still: boolean
  reset(): void
  onChoose(name: MarkName | null): void
  onPass(name: MarkName | null, words: string): void
}

const panBy = 80

/**
 * One tab stop for the whole map: arrows move from mark to mark, Enter chooses, + and - zoom, Shift with an arrow moves
 * the map, Home returns, Escape ends the selection.
 */
export function handleKeys(map: LeafletMap, host: HTMLElement, options: KeyOptions): () => void {
  const { marks, beside, still, reset, onChoose, onPass } = options
  const halo = new CircleMarker([0, 0], { className: 'passing', interactive: false, radius: 13 })
  let passing: PlacedMark | undefined

  const within = () => [...marks.visible(), ...beside()]
  const leave = () => {
    halo.remove()
    passing?.element?.removeAttribute('data-passing')
  }
  const enclose = ({ x, y, element }: PlacedMark) => {
    if (element) return element.setAttribute('data-passing', '')
    halo
      .setLatLng(map.containerPointToLatLng([x, y]))
      .addTo(map)
      .bringToFront()
  }
  const pass = (mark: PlacedMark | undefined) => {
    leave()
    passing = mark
    if (mark) enclose(mark)
    onPass(mark?.name ?? null, mark?.words ?? '')
  }
  /** The selected mark at its present place; it may have become part of a cluster. */
  const current = () => passing && within().find((mark) => mark.key === (passing as PlacedMark).key)

  const walk = (direction: { x: number; y: number }) => {
    const { x: width, y: height } = map.getSize()
    const from = current() ?? { x: width / 2, y: height / 2 }
    const candidates = within().filter((mark) => mark.key !== passing?.key)
    const next = nextMark(from, candidates, direction)
    if (next) pass(next)
  }
  const enter = () => {
    const mark = current()
    if (!mark) return
    if (mark.name) onChoose(mark.name)
    else mark.open?.()
  }
  const pan = ({ x, y }: { x: number; y: number }) =>
    map.panBy([x * panBy, y * panBy], { animate: !still })

  const acts: Record<string, () => void> = {
    Enter: enter,
    ' ': enter,
    '+': () => map.setZoom(map.getZoom() + 1, { animate: !still }),
    '=': () => map.setZoom(map.getZoom() + 1, { animate: !still }),
    '-': () => map.setZoom(map.getZoom() - 1, { animate: !still }),
    Home: reset,
    Escape: () => {
      pass(undefined)
      onChoose(null)
    },
  }
  for (const [key, direction] of Object.entries(arrows)) {
    acts[key] = () => walk(direction)
    acts[`Shift+${key}`] = () => pan(direction)
  }
  const listening = new AbortController()
  const { signal } = listening
  host.addEventListener(
    'keydown',
    (event) => {
      const act = acts[pressedKey(event)]
      if (!act) return
      event.preventDefault()
      act()
    },
    { signal },
  )
  host.addEventListener('blur', leave, { signal })
  const follow = () => {
    if (!passing || !map.hasLayer(halo)) return
    const mark = current()
    if (mark) halo.setLatLng(map.containerPointToLatLng([mark.x, mark.y]))
    else halo.remove()
  }
  map.on('moveend', () => queueMicrotask(follow))
  return () => listening.abort()
}
