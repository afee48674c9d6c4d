import { inOrder } from '../facts/corrections.ts'
import { formatPeriod } from '../facts/wording.ts'
import { htmlAmong } from '../publish/siteFiles.ts'
import type { Manifest } from './manifest.ts'

/** What a release is compared with: an earlier one, or the numbers alone that the last one recorded. */
export type EarlierRelease = Pick<Manifest, 'version' | 'observations'> &
  Partial<Pick<Manifest, 'files' | 'corrections'>>

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
]

type Number = Manifest['observations'][number]
const nameOf = ({ edition, id }: Pick<Number, 'edition' | 'id'>) => `${id}（${edition}年版）`
const said = (number: Number | undefined) =>
  number ? `${number.wording}${number.period === null ? '' : `，${number.period}`}` : '没有'

/** The numbers that differ, by their name, with what they said and say. */
function changedNumbers(earlier: EarlierRelease, now: Manifest): string[][] {
  const before = new Map(earlier.observations.map((each) => [nameOf(each), each]))
  const after = new Map(now.observations.map((each) => [nameOf(each), each]))
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => [name, said(before.get(name)), said(after.get(name))])
    .filter(([, then, current]) => then !== current)
}

/** The corrections of one number up to the one that made it what it was at the earlier release. */
function correctionsBefore(
  then: Number,
  corrections: Manifest['corrections'],
): Manifest['corrections'] {
  return (['value', 'period'] as const).flatMap((field) => {
    const words = field === 'period' ? formatPeriod(then.period) : then.wording
    const series = inOrder(
      corrections.filter(
        (each) =>
          each.edition === then.edition && each.indicator === then.id && each.field === field,
      ),
    )
    return series.slice(0, series.findLastIndex((each) => each.new === words) + 1)
  })
}

/** The corrections that the earlier release did not have. */
function newCorrections(
  earlier: EarlierRelease | undefined,
  now: Manifest,
): Manifest['corrections'] {
  const key = ({ edition, id }: Manifest['corrections'][number]) => `${edition} ${id}`
  const before =
    earlier?.corrections ??
    earlier?.observations.flatMap((then) => correctionsBefore(then, now.corrections))
  const known = new Set(before?.map(key))
  return now.corrections.filter((each) => !known.has(key(each)))
}

const list = (title: string, paths: readonly string[]): string[] =>
  paths.length === 0
    ? []
    : [`${title}（${paths.length}）：`, '', ...paths.map((path) => `- ${path}`), '']

/** The pages that came, went, or say something else, and how many differ only in code. */
function changedPages(earlier: Required<Pick<EarlierRelease, 'files'>>, now: Manifest): string[] {
  const pagesOf = (files: Manifest['files']) => {
    const pages = new Set(htmlAmong(files.map(({ path }) => path)))
    return new Map(files.filter(({ path }) => pages.has(path)).map((file) => [file.path, file]))
  }
  const [before, after] = [pagesOf(earlier.files), pagesOf(now.files)]
  const both = [...after.values()].filter(({ path }) => before.has(path))
  const reworded = both.filter(({ path, text }) => before.get(path)?.text !== text)
  const recoded = both.filter(
    (file) => !reworded.includes(file) && before.get(file.path)?.sha256 !== file.sha256,
  )
  return [
    ...list(
      '新增',
      [...after.keys()].filter((path) => !before.has(path)),
    ),
    ...list(
      '撤去',
      [...before.keys()].filter((path) => !after.has(path)),
    ),
    ...list(
      '文字有改动',
      reworded.map(({ path }) => path),
    ),
    `文字没有改动、只有代码或链接不同的：${recoded.length} 页。`,
  ]
}

const kinds: [name: string, is: RegExp][] = [
  ['网页', /\.html$/],
  ['样式与脚本', /\.(?:css|js|mjs|wasm)$/],
  ['图片', /\.(?:png|jpe?g|webp|avif|svg|ico)$/],
  ['字体', /\.woff2$/],
  ['全册 PDF', /\.pdf$/],
  ['压好的', /\.(?:br|gz)$/],
  ['其余', /./],
]

/** The bytes of each kind of file. */
function bytesByKind(files: Manifest['files']): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { path, bytes } of files) {
    const [kind = ''] = kinds.find(([, is]) => is.test(path)) ?? []
    sizes.set(kind, (sizes.get(kind) ?? 0) + bytes)
  }
  return sizes
}

const kilobytes = (bytes: number | undefined) => `${((bytes ?? 0) / 1000).toFixed(1)} kB`

/** What a release changes, for people: numbers, corrections, pages, bytes (`changes.md`). */
export function writeChanges(earlier: EarlierRelease | undefined, now: Manifest): string {
  const numbers = earlier ? changedNumbers(earlier, now) : []
  const corrections = newCorrections(earlier, now)
  const [before, after] = [earlier?.files && bytesByKind(earlier.files), bytesByKind(now.files)]
  const sizes = kinds
    .filter(([kind]) => before?.has(kind) || after.has(kind))
    .map(([kind]) => [
      kind,
      ...(before ? [kilobytes(before.get(kind))] : []),
      kilobytes(after.get(kind)),
    ])
  const lines = [
    `# ${now.edition}年版 ${now.version}${now.preview ? '（预览）' : ''}`,
    '',
    earlier ? `与 ${earlier.version} 相比。` : '首次发布，没有可比的。',
    '',
    '## 数',
    '',
    ...(numbers.length > 0
      ? table(['指标', '原来', '现在'], numbers)
      : [earlier ? '没有改动。' : `共 ${now.observations.length} 个。`]),
    '',
    '## 更正',
    '',
    ...(corrections.length > 0
      ? corrections.map(
          (each) =>
            `- ${each.date} ${nameOf({ ...each, id: each.indicator })}：${each.old} → ${each.new}。${each.reason}`,
        )
      : ['没有新的更正。']),
    '',
    '## 网页',
    '',
    ...(earlier?.files
      ? changedPages({ files: earlier.files }, now)
      : [`共 ${htmlAmong(now.files.map(({ path }) => path)).length} 页。`]),
    '',
    '## 字节',
    '',
    ...table(before ? ['', '原来', '现在'] : ['', '现在'], sizes),
  ]
  return `${lines.join('\n')}\n`
}
