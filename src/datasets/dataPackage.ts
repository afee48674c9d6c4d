import { imprint, stampText, stampTitle } from '../imprint.ts'
import type { Edition } from '../sets/edition.ts'
import { none } from './absence.ts'
import type { Dataset } from './dataset.ts'

/** The words of a dataset that stand for a missing value. */
function words({ columns }: Dataset): Set<string> {
  return new Set(columns.map(({ absent }) => absent).filter((word) => word !== none))
}

/** Where a dataset's CSV for programs lies, seen from datapackage.json; the one of its name beside it is for spreadsheets. */
export const resourcePath = ({ name }: Dataset) => `package/${name}.csv`

/** The Frictionless Data Package (v2) that describes an edition's CSV files. */
export function describePackage(edition: Edition, datasets: readonly Dataset[]): object {
  const { stamp, body } = imprint(edition)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `nanhu-cppcc-highlights-${edition.year}`,
    title: stampTitle(edition, `履职亮点回眸 ${edition.year}`),
    description: stampText(
      edition,
      `${body}履职亮点回眸的指标与记录。原文没有公布的写作“未公布”，不是零。package 文件夹里的 CSV 供程序读取，没有字节序标记，文字照录；与本文件并列的同名 CSV 供 Excel、WPS 打开，有字节序标记，会被当作公式的文字前加了撇号。`,
    ),
    sources: edition.sources.map(({ title, url }) =>
      url === null ? { title } : { title, path: url },
    ),
    resources: datasets.map((dataset) => ({
      name: dataset.name,
      title: dataset.title,
      path: resourcePath(dataset),
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      // Stated, or frictionless.js guesses it and drops apostrophes that stand at both ends of a text.
      dialect: { delimiter: ',' },
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
