import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../../src/roots.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'
import { knownRoot } from '../fixtures/knownEdition.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

/** Runs a command as its npm script does, in the folder of the copy. */
const run = (tool: string, args: string[], variables: Record<string, string> = {}) =>
  spawnSync(process.execPath, [`src/tools/${tool}.ts`, ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: shellEnvironment({ CONTENT_ROOT: copy.root, INIT_CWD: copy.root, ...variables }),
  })

const roster = '名称,镇街,状态\r\n示例村,凤桥镇,已刊载\r\n'
const points = 'data/2025/liaison-points.json'
const csv = () => writeFileSync(join(copy.root, '名册.csv'), roster)

test('an edition is exported, and imported again without a change', () => {
  const exported = run('dataExport', ['数据.xlsx'])
  expect(exported).toMatchObject({ status: 0, stderr: '' })
  expect(run('dataExport', ['数据.xlsx']).stderr).toContain('已经有 数据.xlsx')
  const imported = run('dataImport', ['数据.xlsx'])
  expect(imported).toMatchObject({
    status: 0,
    stdout: '数据.xlsx 与 2025 版的数据相同，没有要改的\n',
  })
  for (const name of ['indicators', 'sessions', 'liaison-points'])
    expect(copy.read(`data/2025/${name}.json`)).toBe(
      readFileSync(join(knownRoot, `data/2025/${name}.json`), 'utf8'),
    )
})

test('days are the same days in any zone', () => {
  const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']
  const books = zones.map((TZ, index) => {
    const file = `数据${index}.xlsx`
    const variables = { TZ, CONTENT_ROOT: completeRoot }
    expect(run('dataExport', [file], variables).status).toBe(0)
    expect(run('dataImport', [file, '--dry-run'], variables).stdout).toContain('没有要改的')
    return readFileSync(join(copy.root, file))
  })
  for (const book of books) expect(book.equals(books[0] as Buffer)).toBe(true)
})

test('a roster fills the villages that are still empty, in their order, and changes nothing else', () => {
  csv()
  const before = copy.read(points)
  const { stdout, status } = run('dataImport', ['名册.csv', '--dataset', 'liaison-points'])
  expect(status).toBe(0)
  expect(stdout).toContain('联系点覆盖的村社：修改 1')
  expect(stdout).toContain('  修改 lp-001 的“镇街代码”（B2）：空 → 330402100 凤桥镇')
  const [first = '', ...others] = copy.read(points).split('"id": "lp-002"')
  expect(others.join('')).toBe(before.split('"id": "lp-002"')[1])
  expect(first).toContain('"name": "示例村",\n      "town": "330402100",')
  // The same roster again finds its record by its name.
  expect(run('dataImport', ['名册.csv', '--dataset', 'liaison-points']).stdout).toContain(
    '没有要改的',
  )
})

test.each([
  ['after --', ['--dataset', 'liaison-points', '--dry-run'], {}],
  // npm keeps options to itself where they stand before --, and tells them by variables.
  ['without --', ['liaison-points'], { npm_config_dataset: 'true', npm_config_dry_run: 'true' }],
])('a dry run writes nothing, its options %s', (_, args, variables) => {
  csv()
  const before = copy.read(points)
  const { stdout, status } = run('dataImport', ['名册.csv', ...args], variables)
  expect(status).toBe(0)
  expect(stdout).toContain(`会改 ${points}；没有写入（--dry-run）`)
  expect(copy.read(points)).toBe(before)
})

test('a template has room for a roster, the towns and the villages to look up, and its source', () => {
  expect(run('dataTemplate', ['liaison-points', '空表.xlsx'])).toMatchObject({
    status: 0,
    stderr: '',
  })
  expect(run('dataImport', ['空表.xlsx']).stdout).toContain('没有要改的')
})

test.each([
  ['dataImport', [], '没有写文件；例如 npm run data:import 数据.xlsx'],
  ['dataImport', ['没有.xlsx'], '没有 没有.xlsx 这个文件；核对名字和文件夹'],
  ['dataImport', ['名册.csv'], '名册.csv 里看不出是哪样记录'],
  [
    'dataImport',
    ['名册.csv', '--dataset', 'liaison-point'],
    '没有数据集“liaison-point”；是不是 liaison-points',
  ],
  [
    'dataImport',
    ['名册.csv', '--dateset', 'sessions'],
    '命令后面有不认识的写法：名册.csv --dateset sessions',
  ],
  [
    'dataImport',
    ['名册.csv', '--dataset', 'sessions', '--edition', '2031'],
    '没有 2031 版；--edition 后面写已有的一版：2025',
  ],
  ['dataExport', ['数据.xls'], '“数据.xls”不以 .xlsx 结尾'],
  ['dataTemplate', [], '没有写要哪样记录的空表'],
  ['dataTemplate', ['会议'], '没有数据集“会议”'],
])('%s %j is refused in words, and nothing is written', (tool, args, words) => {
  csv()
  const { status, stdout, stderr } = run(tool, args)
  expect(stderr).toContain(words)
  expect(stderr).not.toMatch(/\n {4}at |Error:/)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(existsSync(join(copy.root, '数据.xls'))).toBe(false)
})

test('what is wrong in the data is told before anything is exported or imported', () => {
  csv()
  copy.edit('data/2025/sessions.json', '"stated":', '"stated"')
  const exported = run('dataExport', ['数据.xlsx'])
  expect(exported.stderr).toMatch(/^data\/2025\/sessions\.json:2:/)
  expect(existsSync(join(copy.root, '数据.xlsx'))).toBe(false)
  const imported = run('dataImport', ['名册.csv', '--dataset', 'liaison-points'])
  expect(imported.stderr).toMatch(/^先改好这些，再导入：\ndata\/2025\/sessions\.json:2:/)
})
