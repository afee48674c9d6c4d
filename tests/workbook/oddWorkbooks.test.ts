import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { loadRegisters } from '../../src/records/registers.ts'
import { draftWorkbook } from '../../src/workbook/draftWorkbook.ts'
import { editionSource } from '../../src/workbook/editionSource.ts'
import { planImport } from '../../src/workbook/planImport.ts'
import { readImport } from '../../src/workbook/readImport.ts'
import { formatCellProblem, reportPlan } from '../../src/workbook/reportImport.ts'
import { recordSheets } from '../../src/workbook/sheets.ts'
import { type CellContent, type DraftSheet, writeXlsx } from '../../src/workbook/writeXlsx.ts'
import { smallEdition } from './smallEdition.ts'

const root = smallEdition({ issues: 6, proposals: 6 })
const registers = loadRegisters(root, 2099)
const source = editionSource(root, registers)

/** A sheet of a workbook before it is written, to be changed by its headings. */
class Draft {
  readonly sheet: DraftSheet
  constructor(sheet: DraftSheet) {
    this.sheet = sheet
  }
  column(heading: string): number {
    return this.sheet.columns.findIndex((column) => column.heading === heading)
  }
  /** Puts a value into a row of the sheet, counted from 1 with the headings; a number or text goes in as it is. */
  put(row: number, heading: string, value: CellContent): this {
    const cells = this.sheet.rows[row - 2] ?? []
    this.sheet.rows[row - 2] = cells
    cells[this.column(heading)] = value
    return this
  }
  add(values: Record<string, CellContent>): this {
    const row = this.sheet.rows.length + 2
    this.sheet.rows.push(this.sheet.columns.map(() => null))
    for (const [heading, value] of Object.entries(values)) this.put(row, heading, value)
    return this
  }
}

type Change = (drafts: (title: string) => Draft, all: DraftSheet[]) => unknown

/** The bytes of a workbook of the named lists, changed before it is written. */
function workbook(names: readonly string[], change: Change): Promise<Uint8Array> {
  const drafts = draftWorkbook(source, { only: ({ name }) => names.includes(name), blankRows: 3 })
  change((title) => new Draft(drafts.find((each) => each.title === title) as DraftSheet), drafts)
  return writeXlsx(drafts, source)
}

/** A workbook with one of its parts written otherwise. */
function rewritten(
  bytes: Uint8Array,
  changes: Record<string, (xml: string) => string>,
  more: Record<string, string> = {},
): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, change] of Object.entries(changes))
    parts[name] = strToU8(change(strFromU8(parts[name] as Uint8Array)))
  for (const [name, text] of Object.entries(more)) parts[name] = strToU8(text)
  return zipSync(parts)
}

/** What the command says of a file, line by line. */
async function said(name: string, bytes: Uint8Array, dataset?: string): Promise<string[]> {
  const { grids, problems } = await readImport(name, bytes)
  if (problems.length > 0) return checked(problems.map(formatCellProblem))
  const plan = planImport(root, registers, grids, {
    dataset: recordSheets.find((sheet) => sheet.name === dataset),
  })
  return checked(reportPlan(plan).map((line) => line.trim()))
}

/** The lines, none of which says anything in the words of programs. */
function checked(lines: string[]): string[] {
  for (const line of lines)
    expect(line).not.toMatch(/null|undefined|NaN|\[object|未知的属性|缺少属性|\bcrs\b|schema/)
  return lines
}

const points = '联系点覆盖的村社'
const sessions = '政企协商会'
const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date))
/** The part of the first sheet of records. */
const first = 'xl/worksheets/sheet2.xml'
/** The cell of an address, given another inside; whatever was in it goes. */
const cell = (address: string, attributes: string, inner: string) => (xml: string) =>
  xml.replace(
    new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`),
    (_, style) => `<c r="${address}"${style ?? ''}${attributes}>${inner}</c>`,
  )

const onPoints: [string, Change][] = [
  ['镇街只写名称', (of) => of(points).put(2, '镇街代码', '示例甲镇')],
  ['镇街只写代码', (of) => of(points).put(2, '镇街代码', '990101001')],
  ['镇街代码成了数', (of) => of(points).put(2, '镇街代码', 990101001)],
  ['镇街的代码和名称不是同一个', (of) => of(points).put(2, '镇街代码', '990101001 示例乙街道')],
  ['没有的镇街', (of) => of(points).put(2, '镇街代码', '示例甲街道')],
  ['坐标系写成高德', (of) => of(points).put(2, '登记时的坐标系', '高德')],
  [
    '坐标系写成百度',
    (of) => of(points).put(2, '登记时的坐标系', '百度地图').put(3, '登记时的坐标系', 'BD09'),
  ],
  ['不认识的坐标系', (of) => of(points).put(2, '登记时的坐标系', '谷歌')],
  ['有坐标没有坐标系', (of) => of(points).put(2, '登记时的坐标系', null)],
  ['有坐标系没有坐标', (of) => of(points).put(2, '经度', null).put(2, '纬度', null)],
  ['只有经度', (of) => of(points).put(2, '纬度', null)],
  ['坐标粘在一格', (of) => of(points).put(2, '经度', '123.466,30.221').put(2, '纬度', null)],
  [
    '坐标粘在一格，纬度在前',
    (of) => of(points).put(2, '经度', '30.221，123.466').put(2, '纬度', null),
  ],
  ['度分秒', (of) => of(points).put(2, '经度', '123°27′54″').put(2, '纬度', '北纬30度13分12秒')],
  [
    '度分秒粘在一格',
    (of) => of(points).put(2, '经度', '东经123°27\'54" 北纬30°13\'12"').put(2, '纬度', null),
  ],
  ['经纬度写反', (of) => of(points).put(2, '经度', 30.22).put(2, '纬度', 123.465)],
  ['在区外的坐标', (of) => of(points).put(2, '经度', 120.755)],
  ['坐标系多半写错', (of) => of(points).put(2, '经度', 123.733)],
  ['不是度的经度', (of) => of(points).put(2, '经度', '电话 0573')],
  ['两条在同一处', (of) => of(points).put(3, '经度', 123.465).put(3, '纬度', 30.22)],
  ['填了地址，忘了状态', (of) => of(points).put(2, '地址', '示例路').put(2, '状态', '未公布')],
  ['状态写作已公布', (of) => of(points).put(2, '状态', '已公布')],
  ['全角数字', (of) => of(points).put(2, '二维码数（个）', '３')],
  ['带单位的数', (of) => of(points).put(2, '二维码数（个）', '3个')],
  ['带余的数', (of) => of(points).put(2, '二维码数（个）', '3余个')],
  ['小数', (of) => of(points).put(2, '二维码数（个）', 2.5)],
  ['负数', (of) => of(points).put(2, '二维码数（个）', -2)],
  ['日期当成了数', (of) => of(points).put(2, '二维码数（个）', day(2099, 3, 5))],
  ['数写成百分数', (of) => of(points).put(2, '二维码数（个）', '58%')],
  [
    '写了斜线、无、暂无',
    (of) => of(points).put(2, '地址', '/').put(3, '地址', '暂无').put(4, '地址', '——'),
  ],
  ['写了未公布', (of) => of(points).put(2, '开放时间', '未公布')],
  ['备注写了无', (of) => of(points).put(2, '备注', '无')],
  ['首尾有空格', (of) => of(points).put(2, '地址', '　示例路 ')],
  ['只有空格', (of) => of(points).put(2, '地址', '  ')],
  ['分成几行', (of) => of(points).put(2, '地址', '示例路\r\n示例楼')],
  ['看不见的字符', (of) => of(points).put(2, '地址', '示例\u200B路')],
  ['繁体字', (of) => of(points).put(2, '地址', '示例鎮')],
  ['像公式的文字', (of) => of(points).put(2, '备注', '=1+1')],
  ['像转义的文字', (of) => of(points).put(2, '备注', '批次_x0041_甲')],
  ['单子里没有的类型', (of) => of(points).put(2, '类型', '街道')],
  ['编号写了大写', (of) => of(points).put(2, '编号', 'LP-001')],
  ['编号重复', (of) => of(points).put(3, '编号', 'lp-001')],
  ['编号成了数', (of) => of(points).put(2, '编号', 1)],
  ['没有编号的一行', (of) => of(points).add({ 名称: '示例新村', 状态: '已刊载' })],
  ['没有编号，名称是已有的', (of) => of(points).put(2, '编号', null).put(2, '地址', '示例路')],
  ['必填的空着', (of) => of(points).put(2, '状态', null)],
  ['行换了先后', (of) => of(points).sheet.rows.reverse()],
  ['少了两行', (of) => of(points).sheet.rows.splice(1, 2)],
  ['只剩几行', (of) => of(points).sheet.rows.splice(3)],
  ['一行也没有', (of) => of(points).sheet.rows.splice(0)],
  [
    '工作表改了名，栏换了先后',
    (of) => {
      const { sheet } = of(points)
      sheet.title = 'Sheet1'
      sheet.columns.reverse()
      for (const row of sheet.rows) row.reverse()
      return of('Sheet1').put(2, '地址', '示例路')
    },
  ],
  [
    '栏名写错',
    (of) => of(points).sheet.columns.splice(4, 1, { heading: '地扯', width: 9, format: 'text' }),
  ],
  [
    '多了一栏',
    (of) => {
      of(points).sheet.columns.push({ heading: '联系电话', width: 9, format: 'text' })
      of(points).sheet.rows[0]?.push('示例')
    },
  ],
  [
    '多了序号一栏，没有编号，坐标系就叫坐标系',
    (of) => {
      of(points).sheet.columns.splice(0, 1, { heading: '序号', width: 9, format: 'text' })
      of(points).sheet.rows.forEach((row, index) => {
        row[0] = index + 1
      })
      const crs = of(points).column('登记时的坐标系')
      of(points).sheet.columns.splice(crs, 1, { heading: '坐标系', width: 9, format: 'text' })
      of(points).put(2, '地址', '示例路').put(2, '坐标系', '天地图')
    },
  ],
  [
    '名字、栏名都认不出',
    (of) => {
      const { sheet } = of(points)
      sheet.title = 'Sheet1'
      for (const [index, column] of sheet.columns.entries()) column.heading = `第${index}栏`
    },
  ],
  [
    '少了一栏',
    (of) => {
      const at = of(points).column('地址')
      for (const row of [of(points).sheet.columns, ...of(points).sheet.rows]) row.splice(at, 1)
    },
  ],
  [
    '栏名重复',
    (of) => of(points).sheet.columns.splice(4, 1, { heading: '名称', width: 9, format: 'text' }),
  ],
  [
    '上面多了题目和日期',
    (of) => {
      const { sheet } = of(points)
      sheet.rows.unshift(
        ['联系点名册'],
        ['填表日期', '2099年3月'],
        sheet.columns.map(({ heading }) => heading),
      )
      sheet.columns.forEach((column) => {
        column.heading = ''
      })
      of(points).sheet.rows[3]?.splice(1, 1, '示例改名村')
    },
  ],
  [
    '没有栏名',
    (of) =>
      of(points).sheet.columns.forEach((column) => {
        column.heading = ''
      }),
  ],
  [
    '别的版本的工作簿',
    (of) =>
      of('说明').sheet.rows.forEach((row) => {
        if (row[0] === '工作簿格式') row[1] = '2'
      }),
  ],
  [
    '导出以后数据又改过',
    (of) => {
      for (const row of of('说明').sheet.rows) if (row[0] === '数据版本') row[1] = '0123456789'
      of(points).put(2, '地址', '示例路')
    },
  ],
  [
    '不认识的工作表',
    (_, all) =>
      all.push({
        title: '联系点',
        columns: [{ heading: '甲', width: 9, format: 'text' }],
        rows: [['乙']],
        hasHeading: true,
      }),
  ],
]

test.each(onPoints)('名册：%s', async (_, change) => {
  expect(await said('名册.xlsx', await workbook(['liaison-points'], change))).toMatchSnapshot()
})

const onSessions: [string, Change][] = [
  ['日期写作 2099.1.7', (of) => of(sessions).put(2, '日期', '2099.1.7')],
  ['日期写作 2099年1月7日', (of) => of(sessions).put(2, '日期', '2099年1月7日')],
  ['日期写作 2099/1/7', (of) => of(sessions).put(2, '日期', '2099/1/7')],
  ['日期写作 20990107', (of) => of(sessions).put(2, '日期', '20990107')],
  ['日期写作 ISO 文字', (of) => of(sessions).put(2, '日期', '2099-01-07T00:00:00')],
  ['日期成了数', (of) => of(sessions).put(2, '日期', 72692)],
  ['日期是不像日期的数', (of) => of(sessions).put(2, '日期', 12)],
  ['日期没有年份', (of) => of(sessions).put(2, '日期', '3-5')],
  ['日期年份在后', (of) => of(sessions).put(2, '日期', '3/5/99')],
  ['没有这一天', (of) => of(sessions).put(2, '日期', '2099-02-30')],
  ['日期只到月', (of) => of(sessions).put(2, '日期', '2099年1月')],
  ['日期写作第一季度', (of) => of(sessions).put(2, '日期', '第一季度')],
  ['日期不在所写的月份', (of) => of(sessions).put(2, '日期', day(2099, 5, 6))],
  [
    '日期是去年的',
    (of) =>
      of(sessions)
        .put(2, '时间', null)
        .put(2, '日期', day(2098, 12, 30)),
  ],
  ['时间被当成了日期', (of) => of(sessions).put(2, '时间', day(2099, 1, 1))],
  ['部门用顿号连着', (of) => of(sessions).put(2, '部门', '示例甲部门、示例乙部门')],
  ['部门用分号隔开', (of) => of(sessions).put(2, '部门', '示例甲部门；示例乙部门')],
  ['出处只写了一半', (of) => of(sessions).put(2, '出处·文件', 'article')],
  [
    '没有的出处文件',
    (of) =>
      of(sessions)
        .put(2, '出处·文件', 'artcle')
        .put(2, '出处·部分', '导语')
        .put(2, '出处·段次', 1)
        .put(2, '出处·原词', '示例'),
  ],
  [
    '发言属于没有的场次',
    (of) =>
      of('政企协商会·发言').add({ 所属编号: 'session-99', 姓名: '甲', 身份: '示例', 要点: '示例' }),
  ],
  [
    '添一条发言',
    (of) =>
      of('政企协商会·发言').add({ 所属编号: 'session-02', 姓名: '甲', 身份: '示例', 要点: '示例' }),
  ],
  ['发言没有写所属', (of) => of('政企协商会·发言').add({ 姓名: '甲', 身份: '示例', 要点: '示例' })],
  [
    '第几条不是数',
    (of) =>
      of('政企协商会·发言').add({
        所属编号: 'session-02',
        次序: '甲',
        姓名: '甲',
        身份: '示例',
        要点: '示例',
      }),
  ],
  [
    '栏名分成两行，上面一行合并',
    (of) => {
      const { sheet } = of(sessions)
      const parts = sheet.columns.map(({ heading }) => heading.split('·')[1] ?? null)
      const [place = 0] = parts.flatMap((part, index) => (part ? [index] : []))
      for (const [index, column] of sheet.columns.entries()) {
        const [group = ''] = column.heading.split('·')
        column.heading = parts[index] && index > place ? '' : group
      }
      sheet.rows.unshift(parts)
      return of(sessions).put(3, '议题', '示例新议题')
    },
  ],
  ['登记的比所述的多', (of) => of(sessions).add({ 编号: 'session-13', 状态: '已刊载' })],
  [
    '编号说的是季度，新的一场没有编号',
    (of) => {
      of(sessions).put(12, '编号', '2099-q4').sheet.rows.pop()
      return of(sessions).add({ 日期: '2099-06-18', 领域: '领域甲', 状态: '已刊载' })
    },
  ],
]

test.each(onSessions)('场次：%s', async (_, change) => {
  const names = ['sessions', 'sessions-speakers']
  expect(await said('场次.xlsx', await workbook(names, change))).toMatchSnapshot()
})

const everything = recordSheets.map(({ name }) => name)
const onAll: [string, Change][] = [
  ['删去的问题还有环节', (of) => of('企业疑难问题').sheet.rows.pop()],
  ['环节按次序插在中间', (of) => of('企业疑难问题·环节').put(2, '办理情况', '示例情况')],
  ['百分数的数改成 48.2%', (of) => of('指标').put(11, '数值', '48.2%')],
  ['数改了，原词没有改', (of) => of('指标').put(2, '数值', 13)],
  ['界选错', (of) => of('指标').put(2, '界', '差不多')],
  ['是或否写错', (of) => of('写明时间的事').put(2, '尚未发生', '大概')],
  ['总数的指标写错', (of) => of('总数与说明').put(2, '内容', 'consultation.session')],
  ['总数空着', (of) => of('总数与说明').put(2, '内容', null)],
  ['改了属性一栏', (of) => of('总数与说明').put(2, '属性', 'sessions.total')],
  ['月份写作 2099年1月', (of) => of('按月执法数').put(2, '月份', '2099年1月')],
  ['月份成了日期', (of) => of('按月执法数').put(2, '月份', day(2099, 1, 1))],
  ['月份多了日', (of) => of('按月执法数').put(2, '月份', '2099-01-15')],
]

test.each(onAll)('全册：%s', async (_, change) => {
  expect(await said('全册.xlsx', await workbook(everything, change))).toMatchSnapshot()
})

const asOthersStore: [string, Record<string, (xml: string) => string>, Record<string, string>?][] =
  [
    [
      '文字带拼音',
      {
        [first]: cell(
          'E2',
          ' t="inlineStr"',
          '<is><t>嘉兴路</t><rPh sb="0" eb="2"><t>jiāxīng</t></rPh></is>',
        ),
      },
    ],
    [
      '文字分成几段',
      {
        [first]: cell(
          'E2',
          ' t="inlineStr"',
          '<is><r><t>第</t></r><r><rPr><b/></rPr><t>3</t></r><r><t>次会议</t></r></is>',
        ),
      },
    ],
    ['错误值', { [first]: cell('E2', ' t="e"', '<v>#N/A</v>') }],
    ['公式有结果', { [first]: cell('E2', ' t="str"', '<f>B2&amp;"路"</f><v>示例路</v>') }],
    ['公式没有结果', { [first]: cell('E2', '', '<f>B2</f>') }],
    ['公式的结果是错误', { [first]: cell('E2', ' t="e"', '<f>1/0</f><v>#DIV/0!</v>') }],
    ['真假', { [first]: cell('E2', ' t="b"', '<v>1</v>') }],
    ['差最后几位的数', { [first]: cell('F2', '', '<v>123.46500000000000341</v>') }],
    ['行和格都没有地址', { [first]: (xml) => xml.replace(/ r="[A-Z]*\d+"/g, '') }],
    [
      '写了前缀',
      {
        [first]: (xml) =>
          xml
            .replace(/<(\/?)(worksheet|sheetData|row|c|v|f|is|t)\b/g, '<$1x:$2')
            .replace('xmlns=', 'xmlns:x='),
      },
    ],
    [
      '隐藏的工作表',
      {
        'xl/workbook.xml': (xml) =>
          xml.replace(/<sheet name="联系点/, '<sheet state="veryHidden" name="联系点'),
      },
    ],
    ['引用了别的文件', {}, { 'xl/externalLinks/externalLink1.xml': '<x/>' }],
    ['带宏', {}, { 'xl/vbaProject.bin': 'x' }],
    [
      '带声明',
      { [first]: (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet') },
    ],
  ]

test.each(asOthersStore)('存法：%s', async (_, changes, more) => {
  const bytes = await workbook(['liaison-points'], () => undefined)
  expect(await said('名册.xlsx', rewritten(bytes, changes, more))).toMatchSnapshot()
})

const formats = [27, 28, 29, 30, 31, 36, 50, 51, 52, 54, 57, 58]

test.each([false, true])('存法：中文 Excel 自带的日期格式，1904 年制 %s', async (is1904) => {
  const bytes = await workbook(['sessions'], (of) => {
    for (const index of formats.keys()) of(sessions).put(index + 2, '日期', null)
  })
  // Twelve sessions, each a day after its own; the 1904 system counts 1,462 days less.
  const serials = source.values.get('sessions') as { records: { date: string }[] }
  const dated = rewritten(bytes, {
    [first]: (xml) =>
      formats.reduce((text, _, index) => {
        const day = Date.parse(`${serials.records[index]?.date}T00:00:00Z`) / 86_400_000 + 25_569
        return cell(
          `C${index + 2}`,
          '',
          `<v>${is1904 ? day - 1462 : day}</v>`,
        )(text).replace(new RegExp(`(<c r="C${index + 2}") s="\\d+"`), `$1 s="${900 + index}"`)
      }, xml),
    'xl/styles.xml': (xml) => {
      const own = /<cellXfs count="(\d+)">/.exec(xml)?.[1] ?? '0'
      const filler = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'.repeat(
        900 - Number(own),
      )
      const dates = formats
        .map(
          (id) =>
            `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
        )
        .join('')
      return xml.replace('</cellXfs>', `${filler}${dates}</cellXfs>`)
    },
    'xl/workbook.xml': (xml) =>
      is1904 ? xml.replace('<bookViews>', '<workbookPr date1904="true"/><bookViews>') : xml,
  })
  expect(await said('场次.xlsx', dated)).toEqual([])
})

/** A workbook whose parts are stored as they are, with another digit in one of them. */
async function damaged(): Promise<Uint8Array> {
  const parts = unzipSync(await workbook(['sessions'], () => undefined))
  const bytes = zipSync(parts, { level: 0 })
  bytes.set(strToU8('9'), Buffer.from(bytes).indexOf('示例议题') - 1)
  return bytes
}

const files: [string, string, Uint8Array | (() => Promise<Uint8Array>)][] = [
  ['空文件', '空.xlsx', new Uint8Array()],
  ['旧格式', '旧.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  [
    '设了密码',
    '密.xlsx',
    Buffer.concat([
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
  ],
  [
    '网页改名成 Excel',
    '报表.xls',
    Buffer.from('<html><table><tr><td>编号</td></tr></table></html>'),
  ],
  ['图片', '图.xlsx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
  ['别的压缩包', '包.xlsx', zipSync({ 'a.txt': strToU8('a') })],
  ['OpenDocument', '表.xlsx', zipSync({ 'content.xml': strToU8('<x/>'), mimetype: strToU8('x') })],
  ['二进制工作簿', '表.xlsx', zipSync({ 'xl/workbook.bin': strToU8('x') })],
  [
    'Word 文档',
    '文.xlsx',
    zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') }),
  ],
  [
    '切掉一半',
    '半.xlsx',
    async () => (await workbook(['sessions'], () => undefined)).slice(0, 4000),
  ],
  ['坏了一个字节', '坏.xlsx', damaged],
  ['太大', '大.xlsx', new Uint8Array(21 * 2 ** 20)],
  ['压缩炸弹', '弹.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(2 ** 28) }, { level: 9 })],
]

test.each(files)('文件：%s', async (_, name, bytes) => {
  expect(await said(name, typeof bytes === 'function' ? await bytes() : bytes)).toMatchSnapshot()
})

const roster = '名称,镇街,地址,备注\r\n示例001村,示例己街道,示例路,\r\n'
const gb = (text: string) =>
  Uint8Array.from(
    [...text].flatMap((character) => [...(encoded.get(character) ?? [character.charCodeAt(0)])]),
  )
/** The bytes of the characters below in GB18030; Node only decodes it. */
const encoded = new Map(
  Object.entries({
    名: 'c3fb',
    称: 'b3c6',
    编: 'b1e0',
    号: 'bac5',
    地: 'b5d8',
    址: 'd6b7',
    䶮: 'fe9f',
    路: 'c2b7',
    示: 'cabe',
    例: 'c0fd',
    村: 'b4e5',
  }).map(([character, hex]) => [character, Buffer.from(hex, 'hex')] as const),
)

const csvs: [string, Uint8Array][] = [
  ['UTF-8', strToU8(roster)],
  ['UTF-8 带标记', strToU8(`\uFEFF${roster}`)],
  ['GB18030', gb('名称,地址\n示例001村,䶮路\n')],
  ['UTF-16', Buffer.from(`\uFEFF${roster.replaceAll(',', '\t')}`, 'utf16le')],
  ['防公式的撇号', strToU8(roster.replace('示例路,', "示例路,'=1+1"))],
  ['自造字', strToU8(roster.replace('示例路', '示例\uE863路'))],
  ['没有合上的引号', strToU8(roster.replace('示例路', '"示例路'))],
  ['读不出的编码', Uint8Array.of(0x41, 0x81, 0x20, 0xff, 0xff)],
  ['空文件', new Uint8Array()],
  ['有编号，只有一条', strToU8('编号,名称,镇街,地址\r\nlp-001,示例001村,示例己街道,示例路\r\n')],
  [
    '网站的下载文件',
    strToU8('id,name,longitude,latitude,registeredCrs\r\nlp-001,示例001村,123.4,30.2,GCJ-02\r\n'),
  ],
]

test.each(csvs)('CSV：%s', async (_, bytes) => {
  expect(await said('名册.csv', bytes, 'liaison-points')).toMatchSnapshot()
})
