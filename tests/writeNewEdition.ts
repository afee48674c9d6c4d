import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { toWrite } from '../src/schemas/toWrite.ts'
import type { ContentFolder } from './contentFolder.ts'

/**
 * Writes the minimum that a new edition needs to be published: its words, one session and one number, from a source and
 * with a term of its own.
 */
export function writeNewEdition({ root, read, write, edit }: ContentFolder, year: number): void {
  for (const folder of [`content/${year}`, `data/${year}`])
    for (const name of readdirSync(join(root, folder))) {
      const file = `${folder}/${name}`
      const written = read(file).replaceAll(`"label": "${toWrite}"`, '"label": "示例"')
      write(file, written.replaceAll(toWrite, '示例区这一年的示例，只供测试。'))
    }
  const source = { document: 'next', section: '正文', paragraph: 1, phrase: '3场“政企协商会”' }
  const [first, ...others] = JSON.parse(read(`data/${year}/indicators.json`))
  const indicators = [{ ...first, value: 3, status: 'reported', source }, ...others]
  write(`data/${year}/indicators.json`, JSON.stringify(indicators))
  const sessions = JSON.parse(read(`data/${year}/sessions.json`))
  sessions.records = [{ id: 'first', date: `${year}-03-04`, field: '示例领域', status: 'reported' }]
  write(`data/${year}/sessions.json`, JSON.stringify(sessions))
  const sources = JSON.parse(read('data/sources.json'))
  const next = { id: 'next', title: '示例材料', describes: '示例。', parts: [{ name: '正文' }] }
  write('data/sources.json', JSON.stringify([...sources, next]))
  const terms = JSON.parse(read('data/glossary.json'))
  const term = { id: 'next-term', term: '示例名词', definition: '示例。' }
  write('data/glossary.json', JSON.stringify([...terms, term]))
  const cover = `content/${year}/edition.mdx`
  write(cover, `${read(cover)}\n<Term id="next-term">示例名词</Term>用在这里。\n`)
  edit(`data/${year}/edition.json`, 'draft', 'published')
}
