import type { APIRoute } from 'astro'
import { mappedEditions } from '../../../components/chapters.ts'
import { pinyinTable } from '../../../reading/pinyinTable.ts'

export const getStaticPaths = mappedEditions

/** The pinyin of the names on the map, for its text filter; fetched when a reader uses the filter. */
export const GET: APIRoute = ({ props: { edition } }) => {
  const names = [
    ...edition.towns.towns.map((town: { name: string }) => town.name),
    ...edition['liaison-points'].records.map((point: { name: string | null }) => point.name ?? ''),
  ]
  return new Response(JSON.stringify(pinyinTable(names.join('\n'))), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}
