import { fold } from '../search/fold.ts'

/** What the reader asks of the list; an empty string asks nothing. */
export interface ListFilter {
  q: string
  town: string
  kind: string
  status: string
}

/** Shows only the groups and points of the list that the filter asks for; returns how many towns remain. */
export function filterList(list: ParentNode, filter: ListFilter): number {
  const q = fold(filter.q).trim()
  const narrowed = filter.kind !== '' || filter.status !== ''
  let towns = 0
  for (const group of list.querySelectorAll<HTMLElement>('[data-group]')) {
    const { town = '' } = group.dataset
    const inTown = filter.town === '' || filter.town === town
    const named =
      q === '' ||
      (town !== '' && fold(group.querySelector('[data-name]')?.textContent ?? '').includes(q))
    let points = 0
    for (const point of group.querySelectorAll<HTMLElement>('[data-point]')) {
      const { kind = '', status = '' } = point.dataset
      const shown =
        inTown &&
        (filter.kind === '' || filter.kind === kind) &&
        (filter.status === '' || filter.status === status) &&
        (named || fold(point.textContent ?? '').includes(q))
      point.hidden = !shown
      if (shown) points++
    }
    group.hidden = points === 0 && !(inTown && named && !narrowed && town !== '')
    if (!group.hidden && town !== '') towns++
  }
  return towns
}
