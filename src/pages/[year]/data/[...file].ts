import type { APIRoute } from 'astro'
import { editionYears, getEdition } from '../../../components/chapters.ts'
import { dataWorkbook, workbookName } from '../../../components/dataWorkbook.ts'
import { csvRows, formatCsv, formatSpreadsheetCsv, stampRows } from '../../../datasets/csv.ts'
import { describePackage, resourcePath } from '../../../datasets/dataPackage.ts'
import type { Dataset } from '../../../datasets/dataset.ts'
import { editionDatasets } from '../../../datasets/editionDatasets.ts'
import { findIndicator } from '../../../facts/indicator.ts'
import { formatQuantity } from '../../../facts/wording.ts'
import { imprint } from '../../../imprint.ts'
import { statusLabel } from '../../../schemas/undisclosed.ts'
import type { Edition } from '../../../sets/edition.ts'

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

function datasetJson(edition: Edition, dataset: Dataset): string {
  const { stamp } = imprint(edition)
  const words = new Map(
    edition.indicators.map((indicator) => [indicator.id, formatQuantity(indicator)]),
  )
  return json({
    name: dataset.name,
    title: dataset.title,
    edition: edition.year,
    ...(stamp && { stamp }),
    stated: dataset.stated && {
      indicator: dataset.stated,
      wording: formatQuantity(findIndicator(edition.indicators, dataset.stated)),
    },
    recorded: dataset.records.length,
    null: dataset.nulls,
    status: statusLabel,
    records: dataset.records.map((record) =>
      dataset.name === 'indicators'
        ? { wording: words.get((record as { id: string }).id), ...(record as object) }
        : record,
    ),
  })
}

export async function getStaticPaths() {
  const editions = await Promise.all((await editionYears()).map(getEdition))
  const paths = editions.map(async (edition) => {
    const datasets = editionDatasets(edition)
    const { stamp } = imprint(edition)
    const files: [string, string | Uint8Array][] = [
      [workbookName, await dataWorkbook(edition)],
      ['datapackage.json', json(describePackage(edition, datasets))],
      ...datasets.flatMap((dataset): [string, string][] => {
        const rows = stampRows(csvRows(dataset), 'stamp', stamp)
        return [
          [resourcePath(dataset), formatCsv(rows)],
          [`${dataset.name}.csv`, formatSpreadsheetCsv(rows)],
          [`${dataset.name}.json`, datasetJson(edition, dataset)],
        ]
      }),
    ]
    return files.map(([file, body]) => ({
      params: { year: String(edition.year), file },
      props: { body },
    }))
  })
  return (await Promise.all(paths)).flat()
}

function contentType(file: string): string {
  if (file.endsWith('.xlsx'))
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return `${file.endsWith('.csv') ? 'text/csv' : 'application/json'}; charset=utf-8`
}

/** A download of the data page, made from the same validated records. */
export const GET: APIRoute = ({ props, params }) =>
  new Response(props.body, {
    headers: {
      'Content-Type': contentType(params.file ?? ''),
    },
  })
