import type { CellNotice, CellProblem } from './cellProblem.ts'
import type { Change } from './change.ts'
import type { ImportPlan } from './planImport.ts'

/** Where something stands: 工作表“政企协商会”的 B7, or B7 in a file without sheets. */
function wordPlace({ sheet, cell }: Pick<CellProblem, 'sheet' | 'cell'>): string {
  if (sheet === null) return cell || '这份文件'
  return cell === '' ? `工作表“${sheet}”` : `工作表“${sheet}”的 ${cell}`
}

/** One line for one problem: where, what was found, what was expected, what to do. */
export function formatCellProblem(problem: CellProblem): string {
  const { found, expected, hint } = problem
  const advice = hint && `提示：${hint.replace(/。$/, '')}。`
  return `${wordPlace(problem)} 发现${found}；应为${expected}。${advice}`
}

/** One line for one thing worth knowing. */
const formatCellNotice = (notice: CellNotice): string => `${wordPlace(notice)} ${notice.text}。`

const mostAlike = 8

/** Problems as they are listed: those of one sheet that say the same as one, which names the other cells. */
function mergeAlikeCells(problems: readonly CellProblem[]): CellProblem[] {
  const alike = Map.groupBy(problems, ({ sheet, found, expected, hint }) =>
    [sheet, found, expected, hint].join('\n'),
  )
  return [...alike.values()].map(([first, ...others]) => {
    if (others.length === 0) return first as CellProblem
    const cells = others.slice(0, mostAlike).map(({ cell }) => cell)
    const rest = others.length > mostAlike ? '……' : ''
    const same = `同样的另有 ${others.length} 格：${cells.join('、')}${rest}`
    const { hint } = first as CellProblem
    return {
      ...(first as CellProblem),
      hint: [hint.replace(/。$/, ''), same].filter(Boolean).join('；'),
    }
  })
}

const kinds = { added: '新增', changed: '修改', removed: '删去' } as const

function formatChange({ kind, record, heading, cell, from, to }: Change): string {
  const at = cell ? `（${cell}）` : ''
  if (kind === 'added') return `  新增 ${record}${at}${to ? `：${to}` : ''}`
  if (kind === 'removed') return `  删去 ${record}${from ? `：${from}` : ''}`
  return `  修改 ${record} 的“${heading}”${at}：${from} → ${to}`
}

/** How many lines of each kind are told: what changes matters most. */
const mostTold = { changed: 500, added: 200, removed: 20 }

/** What changes, sheet by sheet: how many records are new, changed and gone, then each change, old → new. */
function formatChanges(changes: readonly Change[]): string[] {
  return [...Map.groupBy(changes, ({ title }) => title)].flatMap(([title, own]) => {
    const counts = (['added', 'changed', 'removed'] as const).flatMap((kind) => {
      const records = new Set(
        own.filter((change) => change.kind === kind).map(({ record }) => record),
      )
      return records.size > 0 ? [`${kinds[kind]} ${records.size}`] : []
    })
    const told = (['changed', 'added', 'removed'] as const).flatMap((kind) => {
      const lines = own.filter((change) => change.kind === kind)
      const rest = lines.length - mostTold[kind]
      const more = rest > 0 ? [`  ${kinds[kind]}的另有 ${rest} 处`] : []
      return [...lines.slice(0, mostTold[kind]).map(formatChange), ...more]
    })
    return [`${title}：${counts.join('，')}`, ...told]
  })
}

/** What is said of an import: why it is refused, or what it changes; and what is worth knowing. */
export function reportPlan({ changes, notices, problems }: ImportPlan): string[] {
  const told = notices.map((notice) => `提醒 ${formatCellNotice(notice)}`)
  if (problems.length === 0) return [...formatChanges(changes), ...told]
  return [...told, ...mergeAlikeCells(problems).map(formatCellProblem)]
}
