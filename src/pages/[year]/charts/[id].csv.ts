import type { APIRoute } from 'astro'
import { findChart } from '../../../charts/registry.ts'
import { figurePaths } from '../../../components/figurePictures.ts'
import { figureCsv } from '../../../datasets/figureCsv.ts'
import { imprint } from '../../../imprint.ts'

export const getStaticPaths = figurePaths

/** One figure's table as CSV, in the words of the page. */
export const GET: APIRoute = ({ params, props }) => {
  const table = findChart(params.id ?? '').table(props.edition)
  return new Response(figureCsv(table, imprint(props.edition).stamp), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  })
}
