import type { Listing } from '../schemas/listing.ts'
import { href } from '../site.ts'
import { pathBelow } from './pageSlug.ts'

/** The path of the page in another edition that a page of one edition is there; the cover where there is no such page. */
export function samePage(pathname: string, year: number, other: Listing): string {
  const path = pathBelow(href(''), pathname)
  const there = path.startsWith(`${year}/`) ? path.replace(`${year}/`, `${other.year}/`) : ''
  return other.pages.includes(there) ? there : `${other.year}/`
}
