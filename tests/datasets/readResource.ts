import { csvParseRows } from 'd3'
import type { Dataset } from '../../src/datasets/dataset.ts'

/** The parts of a data package's resource that reading needs. */
export interface Resource {
  name: string
  encoding: string
  schema: {
    fields: { name: string; type: string }[]
    missingValues: string[]
    primaryKey?: string[]
  }
}

const lexical: Record<string, RegExp> = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/ }

/**
 * The rows of a resource, read as strictly as a data package reader does: the first line names exactly the fields,
 * every cell has its field's type, keys exist and are unique. Throws otherwise.
 */
export function readResource(resource: Resource, bytes: Uint8Array): (string | number | null)[][] {
  const { fields, missingValues, primaryKey = [] } = resource.schema
  const decoder = new TextDecoder(resource.encoding, { fatal: true, ignoreBOM: true })
  const [head = [], ...rows] = csvParseRows(decoder.decode(bytes))
  if (head.join() !== fields.map(({ name }) => name).join())
    throw new Error(`${resource.name}: the columns are ${JSON.stringify(head)}`)
  const read = rows.map((row, line) => {
    if (row.length !== fields.length) throw new Error(`${resource.name}: line ${line} is uneven`)
    return row.map((cell, column) => {
      const { name, type } = fields[column] ?? { name: '', type: '' }
      if (missingValues.includes(cell)) return null
      if (type === 'string') return cell
      if (!lexical[type]?.test(cell))
        throw new Error(`${resource.name}.${name}: ${cell} is no ${type}`)
      return Number(cell)
    })
  })
  for (const key of primaryKey) {
    const keys = read.map((row) => row[head.indexOf(key)])
    if (keys.includes(null) || new Set(keys).size < keys.length)
      throw new Error(`${resource.name}.${key} is no key`)
  }
  return read
}

/** A dataset's rows as a data package can represent them, with only one kind of missing value. */
export function presentRows({ rows }: Dataset): (string | number | null)[][] {
  return rows.map((row) => row.map((value) => (value === '' ? null : value)))
}
