import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { offlineSite } from './offlineSite.ts'

/** The first moment that an archive can state; any other would make every archive a different one. */
const moment = () => new Date(1980, 0, 1)

/** What is already compressed, and gains nothing by being compressed again. */
const compressed = /\.(avif|jpg|png|webp|woff2|xlsx|pdf)$/

const plainName = /^[\x20-\x7e]+$/

/** How to open the copy, for whoever finds the archive. */
const instructions = (title: string, version: string) =>
  [
    `${title}：离线副本，版本${version}`,
    '',
    '先把压缩包全部解压（在它上面按右键，选“全部解压缩”），不要在压缩包里直接打开。',
    '再打开文件夹里的 index.html，用 Edge、Chrome、Firefox 都可以，不用联网。',
    '正文、图版、释义、联系点名单、检索和数据下载都在里面；通到别的网站的链接要联网。',
    '',
  ].join('\r\n')

/** Text that older editors of Windows read as UTF-8. */
const marked = (text: string) => Buffer.from(`\uFEFF${text}`)

/**
 * Writes a built site as one archive that is read without a server, into a folder; the same site and version give the
 * same bytes. Returns the archive's path, its size and that of its files unpacked, in bytes.
 */
export async function writeOffline(
  site: string,
  folder: string,
  version: string,
): Promise<{ file: string; size: number; unpacked: number }> {
  // It is part of a file's name and of every page.
  if (!/^[\w.-]+$/.test(version)) throw new Error(`版本只能用西文字母、数字和 .-_：${version}`)
  const { title, files } = await offlineSite(site, version)
  const words = parseHTML(`<p>${title}</p>`).document.querySelector('p')?.textContent ?? ''
  files.set('readme.txt', marked(instructions(words, version)))
  const wrong = [...files.keys()].filter((name) => !plainName.test(name))
  // Windows unpacks other letters wrongly where its language is another.
  if (wrong.length > 0) throw new Error(`压缩包里的文件名只能用西文字母：${wrong.join('、')}`)
  const entries: Zippable = {}
  for (const name of [...files.keys()].sort())
    entries[name] = [
      files.get(name) as Uint8Array,
      { mtime: moment(), level: compressed.test(name) ? 0 : 9 },
    ]
  const archive = zipSync(entries)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `lvzhi-offline-${version}.zip`)
  writeFileSync(file, archive)
  const unpacked = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return { file, size: archive.length, unpacked }
}
