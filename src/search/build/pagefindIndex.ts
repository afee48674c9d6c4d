import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type * as Pagefind from 'pagefind'
import { kept } from '../../store/buildStore.ts'
import type { SearchPage } from '../page.ts'
import { passagesOf } from '../sections.ts'

/** What is used of the package `pagefind`: its version may be another. */
export type Program = Pick<typeof Pagefind, 'createIndex' | 'close'>
type Files = { path: string; content: Uint8Array }[]

/** What Pagefind is told of a page: one record a section. */
const recordsOf = (page: SearchPage) =>
  passagesOf(page).map(({ id, title, start, end }) => ({
    url: id === '' ? page.url : `${page.url}#${encodeURIComponent(id)}`,
    content: page.text.slice(start, end).trim(),
    language: 'zh',
    meta: { title: page.title, section: title },
  }))

/** The files of Pagefind's index and program for some pages; throws what Pagefind reports. */
async function makeFiles(
  pages: readonly SearchPage[],
  { createIndex, close }: Program,
): Promise<Files> {
  const failOn = (errors: readonly string[]) => {
    if (errors.length > 0) throw new Error(`检索索引没有建成：${errors.join('；')}`)
  }
  try {
    const { index, errors } = await createIndex()
    failOn(errors)
    if (!index) throw new Error('检索索引没有建成：Pagefind 没有启动')
    for (const record of pages.flatMap(recordsOf)) {
      if (record.content) failOn((await index.addCustomRecord(record)).errors)
    }
    const { files, errors: unwritten } = await index.getFiles()
    failOn(unwritten)
    return files.map(({ path, content }) => ({ path, content }))
  } finally {
    await close()
  }
}

/**
 * Writes Pagefind's index of all editions, with its program, into a folder, for other sites and for its own interface;
 * from the store where the pages are as they were.
 */
export async function writePagefind(
  pages: readonly SearchPage[],
  folder: string,
  program?: Program,
): Promise<void> {
  const make = async () => makeFiles(pages, program ?? (await import('pagefind')))
  const inputs = pages.map((page) => JSON.stringify(page))
  const files: Files = program
    ? await make()
    : deserialize(await kept('pagefind', inputs, async () => serialize(await make())))
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
