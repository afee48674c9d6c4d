import { crc32 } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { type Cell, type CellValue, readXlsx as parse } from 'hucre/xlsx'
import type { Grid, GridCell } from './book.ts'
import { zipChecksums } from './zipChecksums.ts'

/** Why a file is not read, in words of those who sent it. */
export interface Refused {
  found: string
  expected: string
  hint: string
}

const megabyte = 2 ** 20
/** The largest file that is read, bytes; the largest roster there could be has a hundredth. */
const largest = 20 * megabyte
const largestUnpacked = 200 * megabyte

const saveAs = '在 Excel、WPS 里“另存为”，类型选“Excel 工作簿（*.xlsx）”，再导入'
const refused = (found: string, hint = saveAs): Refused => ({
  found,
  expected: 'Excel 工作簿（.xlsx）',
  hint,
})

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte)

/** What a file that is no zip archive is, as far as its first bytes and the names in it tell. */
function describeStranger(bytes: Uint8Array): Refused {
  if (bytes.length === 0) return refused('空文件', '多半是没有存好，重新存一次')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const name = Buffer.from('EncryptedPackage', 'utf16le')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
      ? refused('设了密码的工作簿', '打开以后去掉密码（文件→信息→保护工作簿），存好再导入')
      : refused('旧格式的工作簿（.xls 或 .et）')
  }
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart()
  if (/^(?:\uFEFF|ï»¿)?<(?:!doctype|html|table|\?xml)/i.test(start))
    return refused('网页或 XML，只是名字叫 Excel 文件', `有的系统这样导出；${saveAs}`)
  return refused('不是 Excel 工作簿的文件')
}

/** What is in the archive that an import does not take, undefined when all is well. */
function refuseParts(names: readonly string[], unpacked: number): Refused | undefined {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (unpacked > largestUnpacked || names.length > 2000)
    return refused(
      '展开后大得不像工作簿的文件',
      '多半不是自己存的文件；新建一个工作簿，把内容抄过去',
    )
  if (has(/vbaProject\.bin$/i)) return refused('带宏的工作簿', `宏不导入；${saveAs}（不选带 m 的）`)
  if (has(/^xl\/externalLinks\//i))
    return refused(
      '引用了别的文件的工作簿',
      '“数据→编辑链接→断开链接”，或者把那些格选择性粘贴成值，再存',
    )
  if (has(/^xl\/workbook\.bin$/i)) return refused('二进制的工作簿（.xlsb）')
  if (has(/^content\.xml$/)) return refused('OpenDocument 表格（.ods）')
  if (!has(/^xl\/workbook\.xml$/i) && !has(/^\[Content_Types\]\.xml$/i))
    return refused('压缩包，不是工作簿', '先解压，导入里面的 .xlsx 文件')
  if (has(/^(?:word|ppt)\//)) return refused('文档或演示文稿，不是工作簿')
  return undefined
}

/** The readings above characters (拼音指南) of a sheet's own texts; the library would add them to the text. */
const readings = /<(\w+:)?rPh\b[\s\S]*?<\/\1rPh>/g

/** The parts of the archive, unpacked to no more than they say, with nothing in them that a parser would expand. */
function unpack(bytes: Uint8Array): Refused | Record<string, Uint8Array> {
  const names: string[] = []
  let unpacked = 0
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name)
      unpacked += originalSize
      return false
    },
  })
  const reason = refuseParts(names, unpacked)
  if (reason) return reason
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) })
  const checksums = zipChecksums(bytes)
  for (const [name, part] of Object.entries(parts)) {
    // Nobody else looks: other programs show a damaged number as if it had been entered.
    if (crc32(part) !== checksums.get(name))
      return refused('传送中坏了的工作簿', `请对方再发一次；${saveAs}`)
    if (/<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(part.subarray(0, 4096)).toString('latin1')))
      return refused('含有别的程序才认得的声明的工作簿')
    if (!name.startsWith('xl/worksheets/')) continue
    const text = Buffer.from(part.buffer, part.byteOffset, part.length)
    if (text.includes('rPh')) parts[name] = Buffer.from(text.toString('utf8').replace(readings, ''))
  }
  return parts
}

const isPercent = (format: string | undefined) =>
  format !== undefined && /%/.test(format.replace(/"[^"]*"|\\./g, ''))

/** Most cells of a sheet: one for all of them. */
const blank: GridCell = { value: null }

/** A cell from what the library keeps of it: its value, and the rest only where there is more to say. */
function gridCell(value: CellValue, cell: Cell | undefined): GridCell {
  const plain = typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value
  if (plain === null && (!cell || cell.type === 'empty')) return blank
  if (!cell) return { value: plain }
  const isFormula = cell.formula !== undefined
  const result = isFormula ? (cell.formulaResult ?? (plain === '' ? null : plain)) : plain
  const isError =
    cell.type === 'error' || /^#(?:N\/A|[A-Z]+[!?])$/.test(isFormula ? String(result) : '')
  return {
    value: result,
    ...(isError && { isError }),
    ...(isFormula && { isFormula }),
    ...(isPercent(cell.style?.numFmt) && { isPercent: true as const }),
  }
}

/** The sheets of a workbook in the order of their tabs, hidden ones too; or why it is not read. */
export async function readXlsx(bytes: Uint8Array): Promise<Grid[] | { refused: Refused }> {
  if (bytes.length > largest) {
    const found = `${Math.ceil(bytes.length / megabyte)} MB 的文件`
    return { refused: refused(found, '去掉图片和用不到的工作表，不超过 20 MB') }
  }
  if (!startsWith(bytes, 0x50, 0x4b)) return { refused: describeStranger(bytes) }
  try {
    const parts = unpack(bytes)
    if ('found' in parts && 'hint' in parts) return { refused: parts as unknown as Refused }
    const { sheets } = await parse(zipSync(parts as Record<string, Uint8Array>, { level: 0 }), {
      readStyles: true,
    })
    return sheets.map(({ name, rows, cells }) => ({
      title: name,
      rows: rows.map((row, index) =>
        row.map((value, column) => gridCell(value, cells?.get(`${index},${column}`))),
      ),
    }))
  } catch {
    // Whatever a parser stumbles over is damage: an office program that can open the file mends it by saving it.
    return { refused: refused('坏了的工作簿', `能打开就${saveAs}；打不开，用之前的一份`) }
  }
}
