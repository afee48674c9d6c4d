import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { townsSchema } from '../../src/schemas/places.ts'
import { sourcesSchema } from '../../src/schemas/sources.ts'
import { liaisonPointsSchema } from '../../src/sets/liaisonPoints.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'))

const roster = (root: string, year: number) => ({
  towns: townsSchema.parse(read(`${root}data/towns.json`)),
  sources: sourcesSchema.parse(read(`${root}data/sources.json`)),
  'liaison-points': liaisonPointsSchema.parse(read(`${root}data/${year}/liaison-points.json`)),
})

/** The edition's own towns and slots. */
export const published = roster('', 2025)

/** The invented 示例区: points with coordinates, with only a town, and with neither. */
export const sample = roster('tests/fixtures/roster/', 2099)

/** The real WGS-84 places of the sample's points, noted before they were converted. */
export const truth = read('tests/fixtures/roster/truth.json') as Record<string, [number, number]>
