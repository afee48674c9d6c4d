import { csvParseRows } from 'd3'
import type { Dataset } from '../../src/datasets/dataset.ts'

/** A resource of a data package, as far as reading it needs. */
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
 * The rows of a resource as its schema says, as a strict reader of data packages takes it: the first line names the
 * fields to the letter, every cell is of its field's type, keys are there and unique. Throws where they are not.
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

/** A dataset's rows as a data package can hold them: it has one kind of missing value. */
export function presentRows({ rows }: Dataset): (string | number | null)[][] {
  return rows.map((row) => row.map((value) => (value === '' ? null : value)))
}
