import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clientPackages } from '../publish/clientPackages.ts'
import { projectRoot } from '../roots.ts'
import type { SourceDocument } from '../schemas/sources.ts'

/** Something that a site carries under somebody else's licence. */
interface Licensed {
  title: string
  /** What of it is in the site. */
  use: string
  texts: string[]
}

const textOf = (...path: string[]) => readFileSync(join(projectRoot, ...path), 'utf8').trim()

/** A package with its version, and the texts of its licence. */
function licensedPackage(name: string, use: string, files = ['LICENSE']): Licensed {
  const folder = join('node_modules', name)
  const { version, license } = JSON.parse(textOf(folder, 'package.json'))
  return {
    title: `${name} ${version}（${license}）`,
    use,
    texts: files.map((file) => textOf(folder, file)),
  }
}

/** The licence of Vite itself, without those of the packages bundled in it, none of which reaches a browser. */
function vite(): Licensed {
  const whole = licensedPackage('vite', '载入脚本的一小段。', ['LICENSE.md'])
  return {
    ...whole,
    texts: whole.texts.map((text) => text.split(/^# Licenses of bundled/m)[0] ?? ''),
  }
}

/** Everything in a site that is not the project's own, with its licence. */
const licensed = (): Licensed[] => [
  ...clientPackages.map((name) => licensedPackage(name, '网页的脚本。')),
  vite(),
  licensedPackage('pagefind', '往年各版的检索，在 pagefind/ 里。', ['LICENSE/LICENSE']),
  licensedPackage('pinyin-pro', '检索用的读音表。'),
  licensedPackage('opencc-js', '检索用的繁简表。', ['LICENSE', 'THIRD_PARTY_LICENSES.md']),
  {
    title: '思源宋体、思源黑体（Noto Serif SC、Noto Sans SC，OFL-1.1）',
    use: '字体，只带用到的字。',
    texts: [textOf('fonts/OFL.txt')],
  },
]

const rule = '='.repeat(72)

/** The licences of what a site carries (`licences.txt`): the project's own, those of libraries and fonts in full, and those of its data. */
export function formatLicences(sources: readonly SourceDocument[]): string {
  const data = sources.flatMap(({ title, licence, url }) =>
    licence ? [`${title}：${licence}${url ? `，${url}` : ''}`] : [],
  )
  return `${[
    `本站的代码\n\n${textOf('LICENSE')}`,
    ...licensed().map(({ title, use, texts }) => [title, use, ...texts].join('\n\n')),
    ['数据', ...data].join('\n\n'),
  ].join(`\n\n${rule}\n\n`)}\n`
}
