import type { APIRoute } from 'astro'
import { mappedEditions } from '../../../components/chapters.ts'
import { liaisonGeojson } from '../../../map/liaisonGeojson.ts'

export const getStaticPaths = mappedEditions

/** The liaison points as GeoJSON: for geographic software, and for the live map if there are many. */
export const GET: APIRoute = ({ props }) =>
  new Response(`${JSON.stringify(liaisonGeojson(props.edition))}\n`, {
    headers: { 'Content-Type': 'application/geo+json; charset=utf-8' },
  })
