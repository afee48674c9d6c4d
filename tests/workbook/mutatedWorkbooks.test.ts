import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeTogether } from '../../src/documents/writeTogether.ts'
import { checkRegisters } from '../../src/records/readRegisters.ts'
import { loadRegisters } from '../../src/records/registers.ts'
import { draftWorkbook } from '../../src/workbook/draftWorkbook.ts'
import { editionSource } from '../../src/workbook/editionSource.ts'
import { planImport } from '../../src/workbook/planImport.ts'
import { readImport } from '../../src/workbook/readImport.ts'
import { formatCellProblem, reportPlan } from '../../src/workbook/reportImport.ts'
import { type CellContent, type DraftSheet, writeXlsx } from '../../src/workbook/writeXlsx.ts'
import { smallEdition } from './smallEdition.ts'

const root = smallEdition({ issues: 3, proposals: 3, 'liaison-points': 6, sessions: 4 })
const folder = join(root, 'data/2099')
const registers = loadRegisters(root, 2099)
const source = editionSource(root, registers)
const whole = await writeXlsx(draftWorkbook(source, { blankRows: 2 }), source)
const parts = unzipSync(whole)
const names = Object.keys(parts).filter((name) =>
  /sheet\d+\.xml$|sharedStrings|styles|workbook\.xml$/.test(name),
)

const oddValues: CellContent[] = [
  ...[
    '',
    ' ',
    '　',
    '/',
    '无',
    '未公布',
    '是',
    '村',
    '甲、乙',
    '甲\n乙',
    '=1',
    '_x0041_',
    '\u200B',
    '鎮',
    '𬭎',
    '1-2',
    '3/5',
    '2099.3.5',
    '58%',
    '１２',
    '12余',
    'session-01',
    'LP',
    '好'.repeat(600),
  ],
  ...[null, 0, -1, 0.1, 1e20, 45_721, 72_692, Number.MAX_SAFE_INTEGER],
  ...[new Date(0), new Date(Date.UTC(2099, 1, 29)), new Date(Date.UTC(2200, 0, 1))],
]

/** A workbook some of whose cells, headings, rows or sheets are otherwise. */
const changedCells = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom(...oddValues), fc.nat(9)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((changes) => async () => {
    const drafts = draftWorkbook(source, { blankRows: 2 })
    for (const [at, row, column, value, kind] of changes) {
      const sheet = drafts[at % drafts.length] as DraftSheet
      const cells = sheet.rows[row % Math.max(sheet.rows.length, 1)]
      const heading = sheet.columns[column % sheet.columns.length]
      if (kind === 0) sheet.rows.splice(row % (sheet.rows.length + 1), 1)
      else if (kind === 1 && heading) heading.heading = String(value ?? '')
      else if (kind === 2)
        sheet.title = `${String(value ?? '')
          .replace(/[[\]:*?/\\\s]/g, '')
          .slice(0, 20)}${at % 97}`
      else if (kind === 3) sheet.rows.push([...(cells ?? [])])
      else if (kind === 4) sheet.rows.reverse()
      else if (cells) cells[column % sheet.columns.length] = value
    }
    return writeXlsx(drafts, source)
  })

/** A workbook with a piece of one of its parts cut out, doubled or moved. */
const changedParts = fc
  .tuple(
    fc.constantFrom(...names),
    fc.nat(),
    fc.nat(400),
    fc.nat(),
    fc.constantFrom('cut', 'double', 'move', 'digit'),
  )
  .map(([name, from, length, to, kind]) => async () => {
    const xml = strFromU8(parts[name] as Uint8Array)
    const start = from % xml.length
    const piece = xml.slice(start, start + length)
    const rest = xml.slice(0, start) + xml.slice(start + length)
    const at = to % (rest.length + 1)
    const changed = {
      cut: rest,
      double: xml.slice(0, start) + piece + xml.slice(start),
      move: rest.slice(0, at) + piece + rest.slice(at),
      digit: xml.slice(0, start) + xml.slice(start).replace(/\d+/, String(to)),
    }[kind]
    return zipSync({ ...parts, [name]: strToU8(changed ?? xml) })
  })

/** A workbook some bytes of which are otherwise, or that ends too early. */
const changedBytes = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
    fc.option(fc.nat(whole.length)),
  )
  .map(([changes, end]) => async () => {
    const bytes = Uint8Array.from(whole)
    for (const [at, byte] of changes) bytes[at] = byte
    return end === null ? bytes : bytes.slice(0, end)
  })

const count = Number(process.env.WORKBOOKS ?? 40)

test(`${count} mutated workbooks are refused at a cell, or leave the edition sound; nothing is thrown`, async () => {
  const texts = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
  const outcomes = { refused: 0, same: 0, imported: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ arbitrary: changedCells, weight: 3 }, changedParts, changedBytes),
      async (make) => {
        const { grids, problems } = await readImport('改.xlsx', await make())
        const plan = problems.length === 0 ? planImport(root, registers, grids) : undefined
        const lines = plan ? reportPlan(plan) : problems.map(formatCellProblem)
        for (const line of lines) expect(line).not.toMatch(/undefined|NaN|\[object/)
        if (!plan || plan.problems.length > 0) {
          expect(lines.length).toBeGreaterThan(0)
          outcomes.refused++
        } else if (plan.texts.size === 0) outcomes.same++
        else {
          writeTogether(folder, plan.texts)
          const after = checkRegisters(root, loadRegisters(root, 2099))
          for (const name of plan.texts.keys())
            writeFileSync(join(folder, name), texts.get(name) as string)
          expect(after).toEqual([])
          outcomes.imported++
        }
        expect(readdirSync(folder)).toEqual([...texts.keys()])
      },
    ),
    { numRuns: count, endOnFailure: true },
  )
  if (count > 1000) console.log(outcomes)
  expect(outcomes.refused).toBeGreaterThan(0)
}, 3_600_000)
