import type { Listing } from '../schemas/listing.ts'
import { href } from '../site.ts'
import { pathBelow } from './pageSlug.ts'

/** The path in another edition of the page that matches a page of this one; the cover if there is no such page. */
export function samePage(pathname: string, year: number, other: Listing): string {
  const path = pathBelow(href(''), pathname)
  const there = path.startsWith(`${year}/`) ? path.replace(`${year}/`, `${other.year}/`) : ''
  return other.pages.includes(there) ? there : `${other.year}/`
}
