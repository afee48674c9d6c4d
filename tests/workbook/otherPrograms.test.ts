import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { hasGnumeric, hasLibreOffice } from '../../src/machine/officePrograms.ts'
import { loadRegisters } from '../../src/records/registers.ts'
import { projectRoot } from '../../src/roots.ts'
import { editionSource } from '../../src/workbook/editionSource.ts'
import { readImport } from '../../src/workbook/readImport.ts'
import { reportPlan } from '../../src/workbook/reportImport.ts'
import { recordSheets } from '../../src/workbook/sheets.ts'
import { type DraftSheet, writeXlsx } from '../../src/workbook/writeXlsx.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'
import { draftsOf, gridsOf, planOf, put, temporaryFolder } from './workbooks.ts'

/** Saves a file with another program as a workbook; its folder has a profile of its own, so that several can run. */
type Save = (bytes: Uint8Array, extension?: string) => Uint8Array

function saved(
  bytes: Uint8Array,
  extension: string,
  run: (folder: string, file: string) => unknown,
): Uint8Array {
  const folder = temporaryFolder()
  const file = join(folder, `in.${extension}`)
  writeFileSync(file, bytes)
  run(folder, file)
  const out = join(folder, 'out/in.xlsx')
  if (!existsSync(out)) throw new Error('没有存成工作簿')
  return readFileSync(out)
}

/** Has LibreOffice convert a file into the folder `out`; a profile of its own keeps it from a window that is open. */
function convert(folder: string, file: string, format: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  spawnSync('soffice', [
    '--headless',
    profile,
    '--convert-to',
    format,
    '--outdir',
    join(folder, 'out'),
    file,
  ])
}

const libreOffice: Save = (bytes, extension = 'xlsx') =>
  saved(bytes, extension, (folder, file) => convert(folder, file, 'xlsx'))

const gnumeric: Save = (bytes, extension = 'xlsx') =>
  saved(bytes, extension, (folder, file) => {
    mkdirSync(join(folder, 'out'))
    spawnSync('ssconvert', [file, join(folder, 'out/in.xlsx')])
  })

const programs: [string, () => boolean, Save, string][] = [
  [
    'LibreOffice',
    hasLibreOffice,
    libreOffice,
    '没有 LibreOffice，没有试它存的工作簿；它在 libreoffice-calc 里',
  ],
  ['gnumeric', hasGnumeric, gnumeric, '没有 gnumeric，没有试它存的工作簿；它在 gnumeric 里'],
]

const editions = [
  ['this edition', projectRoot, 2025],
  ['the complete edition', completeRoot, 2099],
] as const

const write = (root: string, year: number, drafts: DraftSheet[]) =>
  writeXlsx(drafts, editionSource(root, loadRegisters(root, year)))

/** A workbook with one of its parts written otherwise. */
function rewritten(
  bytes: Uint8Array,
  changes: Record<string, (xml: string) => string>,
): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, change] of Object.entries(changes))
    parts[name] = strToU8(change(strFromU8(parts[name] as Uint8Array)))
  return zipSync(parts)
}

const said = async (bytes: Uint8Array) =>
  reportPlan(planOf(completeRoot, 2099, await gridsOf(bytes)))

const cell = (text: string, attributes = '') =>
  text === ''
    ? `<table:table-cell${attributes}/>`
    : `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`
const line = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`

/** A roster as someone makes it: a title over merged cells, headings of their own order, a formula, degrees as numbers, a column more, formatted rows below. */
const roster = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="grey" style:family="table-cell"><style:table-cell-properties fo:background-color="#eeeeee"/></style:style><number:percentage-style style:name="share"><number:number number:decimal-places="0"/><number:text>%</number:text></number:percentage-style><style:style style:name="percent" style:family="table-cell" style:data-style-name="share"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Sheet1">
${line(cell('示例区联系点名册', ' table:number-columns-spanned="7"'), '<table:covered-table-cell table:number-columns-repeated="6"/>')}
${line(cell('名称'), cell('所属镇街'), cell('地 址'), cell('经度'), cell('纬度'), cell('二维码数（个）'), cell('联系人'))}
${line(
  cell('示例002村'),
  cell('示例丙街道'),
  '<table:table-cell office:value-type="string"><text:p>䶮家路<text:span text:style-name="bold">3</text:span>号</text:p></table:table-cell>',
  '<table:table-cell office:value-type="float" office:value="123.528"><text:p>123.528</text:p></table:table-cell>',
  '<table:table-cell office:value-type="float" office:value="30.192"><text:p>30.192</text:p></table:table-cell>',
  '<table:table-cell table:formula="of:=1+2" office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>',
  cell('示例'),
)}
${line(cell('示例003村'), cell('示例庚镇'), cell(''), cell('123°29′00″'), cell('30.22'), '<table:table-cell table:style-name="percent" office:value-type="percentage" office:value="0.02"><text:p>2%</text:p></table:table-cell>')}
<table:table-row table:number-rows-repeated="40">${'<table:table-cell table:style-name="grey"/>'.repeat(7)}</table:table-row>
</table:table></office:spreadsheet></office:body></office:document>`

/** The same as gnumeric makes it from a CSV; it opens no flat OpenDocument. */
const rosterCsv =
  '名称,所属镇街,地 址,经度,纬度,二维码数（个）,联系人\n示例002村,示例丙街道,䶮家路3号,123.528,30.192,3,示例\n示例003村,示例庚镇,,123°29′00″,30.22,2%,\n'

describe.each(programs)('%s', (name, isHere, save, reason) => {
  test.for(editions)('saves %s, and nothing has changed', async ([, root, year], { skip }) => {
    if (!isHere()) skip(reason)
    const bytes = save(await write(root, year, draftsOf(root, year)))
    const plan = planOf(root, year, await gridsOf(bytes))
    expect(plan).toMatchObject({ problems: [], changes: [], notices: [] })
    expect(plan.texts.size).toBe(0)
  })

  test('one changed cell is one change', async ({ skip }) => {
    if (!isHere()) skip(reason)
    const drafts = draftsOf(completeRoot, 2099)
    // A text of Han and digits is saved in runs, one for each script.
    put(drafts, '政企协商会', 3, '议题', '第3次会议，示例议题')
    expect(await said(save(await write(completeRoot, 2099, drafts)))).toEqual([
      '政企协商会：修改 1',
      '  修改 session-04 的“议题”（E5）：示例议题丁 → 第3次会议，示例议题',
    ])
  })

  test('texts that look like something else come back as they were', async ({ skip }) => {
    if (!isHere()) skip(reason)
    const drafts = draftsOf(completeRoot, 2099)
    const texts = [
      '批次_x0041_甲',
      '=1+1',
      '007',
      '1-2',
      '2099.3.5',
      "'甲",
      '“甲”<乙>&丙',
      'TRUE',
      '1e5',
      '＝甲',
    ]
    for (const [row, text] of texts.entries()) put(drafts, '联系点覆盖的村社', row, '备注', text)
    const changes = planOf(
      completeRoot,
      2099,
      await gridsOf(save(await write(completeRoot, 2099, drafts))),
    ).changes
    expect(changes.map(({ to }) => to)).toEqual(texts)
  })

  test('days in the formats of Chinese Excel, and in the system of 1904, are the same days', async ({
    skip,
  }) => {
    if (!isHere()) skip(reason)
    const drafts = draftsOf(completeRoot, 2099)
    const chinese = rewritten(await write(completeRoot, 2099, drafts), {
      'xl/styles.xml': (xml) => {
        const own = /<numFmt numFmtId="(\d+)" formatCode="yyyy-mm-dd"\/>/.exec(xml)
        return xml.replace(own?.[0] ?? '', '').replaceAll(`numFmtId="${own?.[1]}"`, 'numFmtId="31"')
      },
    })
    expect(planOf(completeRoot, 2099, await gridsOf(save(chinese)))).toMatchObject({
      problems: [],
      changes: [],
    })
    // The 1904 system counts the days from four years and a day later.
    for (const { rows } of drafts)
      for (const row of rows)
        for (const [column, value] of row.entries())
          if (value instanceof Date) row[column] = new Date(value.getTime() - 1462 * 86_400_000)
    const early = rewritten(await write(completeRoot, 2099, drafts), {
      'xl/workbook.xml': (xml) =>
        xml.replace('<bookViews>', '<workbookPr date1904="1"/><bookViews>'),
    })
    expect(planOf(completeRoot, 2099, await gridsOf(save(early)))).toMatchObject({
      problems: [],
      changes: [],
    })
  })

  test('a roster that was made in the program is read', async ({ skip }) => {
    if (!isHere()) skip(reason)
    const made = name === 'LibreOffice' ? [roster, 'fods'] : [rosterCsv, 'csv']
    expect(await said(save(strToU8(made[0] as string), made[1]))).toMatchSnapshot()
  })
})

test('LibreOffice saves a CSV in GB18030, and its rare characters are read', async ({ skip }) => {
  if (!hasLibreOffice()) skip(programs[0]?.[3])
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'in.fods'), roster)
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,85,1'
  convert(folder, join(folder, 'in.fods'), filter)
  const { grids, problems } = await readImport('in.csv', readFileSync(join(folder, 'out/in.csv')))
  expect(problems).toEqual([])
  const dataset = recordSheets.find(({ name }) => name === 'liaison-points')
  const { changes } = planOf(completeRoot, 2099, grids, { dataset })
  expect(changes.map(({ to }) => to)).toContain('䶮家路3号')
})
