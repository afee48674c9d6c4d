import type { Filtered } from './filterPoints.ts'
import type { ListedPoint } from './listedPoint.ts'

/** The most entries written into one town's list if the page was built without them. */
const maxEntries = 100

/** An entry like those the page is built with, for a point that it was built without. */
function entryOf({ id, name, details }: ListedPoint): HTMLElement {
  const entry = document.createElement('li')
  entry.dataset.point = id
  const link = document.createElement('a')
  link.className = 'point-name'
  link.dataset.name = ''
  link.href = `?point=${encodeURIComponent(id)}`
  link.textContent = name
  const words = document.createElement('p')
  words.className = 'point-details'
  words.dataset.details = ''
  words.textContent = details
  entry.append(link, words)
  return entry
}

/** Writes the entries of one town whose points the page was built without; the number of those left out is shown. */
export function fillEntries(entries: Element, points: readonly ListedPoint[]): void {
  const first = entries.querySelector<HTMLElement>('[data-rest]') ?? entries.lastElementChild
  const rest = first?.cloneNode(true) as HTMLElement
  rest.dataset.rest = ''
  const more = points.length - maxEntries
  const link = rest.querySelector('a')
  if (link) link.textContent = more > 0 ? `还有${more}个，在可打印的名单里看全` : '可打印的名单'
  entries.replaceChildren(...points.slice(0, maxEntries).map(entryOf), rest)
}

/** Shows the matching groups and entries; groups open if the result is short. */
export function showList(list: ParentNode, { points, towns }: Filtered, narrowed: boolean): void {
  const shown = new Set(points.map(({ id }) => id))
  for (const group of list.querySelectorAll<HTMLElement>('[data-group]')) {
    const { town = '' } = group.dataset
    const entries = [...group.querySelectorAll<HTMLElement>('[data-point]')]
    const many = group.querySelector('[data-many]')
    if (!many) for (const entry of entries) entry.hidden = !shown.has(entry.dataset.point ?? '')
    group.hidden = town === '' ? entries.every((entry) => entry.hidden) && !many : !towns.has(town)
    const details = group.querySelector('details')
    if (!details || town === '') continue
    if (narrowed) details.open = towns.size <= 3 || points.length <= 30
    if (many && details.open)
      fillEntries(
        many,
        points.filter((point) => point.town === town),
      )
  }
}
