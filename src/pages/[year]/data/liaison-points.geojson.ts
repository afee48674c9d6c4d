import type { APIRoute } from 'astro'
import { editionYears, getEdition } from '../../../components/chapters.ts'
import { liaisonGeojson } from '../../../map/liaisonGeojson.ts'

export async function getStaticPaths() {
  const years = await editionYears()
  return Promise.all(
    years.map(async (year) => ({
      params: { year: String(year) },
      props: { edition: await getEdition(year) },
    })),
  )
}

/** The liaison points as GeoJSON: for geographic software, and for the live map when they are many. */
export const GET: APIRoute = ({ props }) =>
  new Response(`${JSON.stringify(liaisonGeojson(props.edition))}\n`, {
    headers: { 'Content-Type': 'application/geo+json; charset=utf-8' },
  })
