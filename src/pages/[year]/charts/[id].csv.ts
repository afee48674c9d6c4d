import type { APIRoute } from 'astro'
import { findChart } from '../../../charts/index.ts'
import { editionYears, getEdition } from '../../../components/chapters.ts'
import { formatCsv } from '../../../datasets/csv.ts'

export async function getStaticPaths() {
  const editions = await Promise.all((await editionYears()).map(getEdition))
  return editions.flatMap((edition) =>
    edition.figures.map(({ id }) => ({
      params: { year: String(edition.year), id },
      props: { edition },
    })),
  )
}

/** One figure's table as CSV, in the words of the page. */
export const GET: APIRoute = ({ params, props }) => {
  const table = findChart(params.id ?? '').table(props.edition)
  return new Response(
    formatCsv([table.columns, ...table.rows.map((row) => row.map((cell) => cell.text))]),
    {
      headers: { 'Content-Type': 'text/csv; charset=utf-8' },
    },
  )
}
