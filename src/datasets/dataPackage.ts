import { imprint, stampText, stampTitle } from '../imprint.ts'
import type { Edition } from '../schemas/edition.ts'
import { none } from './absence.ts'
import type { Dataset } from './dataset.ts'

/** The words of a dataset that stand for a missing value. */
function words({ columns }: Dataset): Set<string> {
  return new Set(columns.map(({ absent }) => absent).filter((word) => word !== none))
}

/** The Frictionless Data Package (v2) that describes an edition's CSV files. */
export function describePackage(edition: Edition, datasets: readonly Dataset[]): object {
  const { stamp, body } = imprint(edition)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `nanhu-cppcc-highlights-${edition.year}`,
    title: stampTitle(edition, `履职亮点回眸 ${edition.year}`),
    description: stampText(
      edition,
      `${body}履职亮点回眸的指标与记录。原文没有公布的写作“未公布”，不是零。`,
    ),
    sources: edition.sources.map(({ title, url }) =>
      url === null ? { title } : { title, path: url },
    ),
    resources: datasets.map((dataset) => ({
      name: dataset.name,
      title: dataset.title,
      path: `${dataset.name}.csv`,
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: [
          ...dataset.columns.map(({ name, title, type, description }) => ({
            name,
            title,
            type,
            description,
          })),
          ...(stamp
            ? [
                {
                  name: 'stamp',
                  title: '戳记',
                  type: 'string',
                  description: '不是真实数据的标记。',
                },
              ]
            : []),
        ],
        missingValues: ['', ...words(dataset)],
        ...(dataset.key && { primaryKey: [dataset.key] }),
      },
    })),
  }
}
