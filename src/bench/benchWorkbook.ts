import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newestEdition } from '../records/newestEdition.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { recordSheets } from '../workbook/sheets.ts'

/** Runs a command of the project on a content root; its seconds, and the most memory it took, MB. */
function run(
  root: string,
  ...args: string[]
): { seconds: number; megabytes: number; said: string } {
  const told = `process.on('exit', () => console.error('rss', process.resourceUsage().maxRSS))`
  const started = performance.now()
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(told)}`, ...args],
    { cwd: projectRoot, encoding: 'utf8', env: { ...process.env, CONTENT_ROOT: root } },
  )
  const seconds = (performance.now() - started) / 1000
  const rss = Number(/rss (\d+)/.exec(stderr)?.[1] ?? 0)
  return {
    seconds,
    megabytes: Math.round(rss / 1024),
    said: stdout.trim().split('\n').at(-1) ?? '',
  }
}

/** Imports a roster of very many cells, every row of which is new, and prints how long and how much memory it takes. */
export function benchWorkbook(cells: number): void {
  const root = mkdtempSync(join(tmpdir(), 'bench-workbook-'))
  for (const folder of ['content', 'data'])
    cpSync(join(contentRoot, folder), join(root, folder), { recursive: true })
  const { year } = newestEdition(contentRoot)
  const sheet = recordSheets.find(({ columns }) => columns.some(({ axis }) => axis))
  if (!sheet) throw new Error('没有写坐标的记录')
  const file = join(root, `data/${year}/${sheet.file}.json`)
  const set = JSON.parse(readFileSync(file, 'utf8'))
  const [first] = set.records
  const records = Array.from({ length: Math.ceil(cells / sheet.columns.length) }, (_, index) => ({
    ...first,
    id: `lp-${String(index + 1).padStart(3, '0')}`,
    note: `示例${index}`,
  }))
  const few = { ...set, records: set.records.slice(0, 1) }
  const numbers = join(root, `data/${year}/indicators.json`)
  const stated = JSON.parse(readFileSync(numbers, 'utf8')).map((each: { id: string }) =>
    each.id === set.stated ? { ...each, value: null, source: null, status: 'undisclosed' } : each,
  )
  writeFileSync(numbers, JSON.stringify(stated, null, 2))
  writeFileSync(file, JSON.stringify({ ...set, records }, null, 2))
  const book = join(root, '名册.xlsx')
  const written = run(root, 'src/tools/dataExport.ts', book)
  const same = run(root, 'src/tools/dataImport.ts', book)
  writeFileSync(file, JSON.stringify(few, null, 2))
  const added = run(root, 'src/tools/dataImport.ts', book)
  console.table({ 导出: written, 导入没有改动的: same, 导入全是新的: added })
  rmSync(root, { recursive: true, force: true })
}
