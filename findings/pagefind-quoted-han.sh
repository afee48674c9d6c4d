#!/usr/bin/env bash
# Guess, made before anything was run: Pagefind, asked for a phrase between quotation marks, which its documentation
# calls an exact search, finds the records whose text has the phrase, in Chinese as in English.
#
# Found (2026-11-30, pagefind 1.5.2, index and program in its own default state): in English yes; of eight Chinese
# phrases none, though each without the marks finds its record. The index cuts Han into words, the program cuts the
# query between marks another way, and no error says so.
# What follows for us: search of this site answers from its own text (src/search/browser/archive.ts), and Pagefind's
# index beside it is for other sites, whose readers had better leave the marks out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module
npm install --silent --no-audit --no-fund pagefind@1.5.2
cat >run.mjs <<'JS'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { close, createIndex } from 'pagefind'

const phrases = {
  zh: ['政企协商会', '社情民意信息', '书香政协', '五位一体', '涉企行政检查', '闭环七步法', '双月观摩', '图书馆服务'],
  en: ['member survey', 'river district'],
}
const { index } = await createIndex()
const [language] = process.argv.slice(2)
for (const [at, phrase] of phrases[language].entries()) {
  const content = language === 'zh' ? `这里讲的是${phrase}，很有用。` : `This page tells of the ${phrase} at length.`
  await index.addCustomRecord({ url: `/${at}/`, content, language })
}
const { files } = await index.getFiles()
for (const { path, content } of files) {
  mkdirSync(dirname(`site/${path}`), { recursive: true })
  writeFileSync(`site/${path}`, content)
}
await close()
const server = createServer((request, response) => {
  try {
    response.end(readFileSync(`site${new URL(request.url, 'http://localhost').pathname}`))
  } catch {
    response.writeHead(404).end()
  }
}).listen(0)
await new Promise((listening) => server.once('listening', listening))
const pagefind = await import('./site/pagefind.js')
await pagefind.options({ basePath: `http://127.0.0.1:${server.address().port}/`, baseUrl: '/', noWorker: true })
await pagefind.init(language)
const finds = async (query, at) => {
  const { results } = await pagefind.search(query)
  const found = await Promise.all(results.map((result) => result.data()))
  return found.some(({ url }) => url === `/${at}/`)
}
const count = async (marks) => {
  const found = await Promise.all(phrases[language].map((phrase, at) => finds(`${marks}${phrase}${marks}`, at)))
  return found.filter(Boolean).length
}
console.log(`${language}: ${phrases[language].length} phrases, found ${await count('')}, between marks ${await count('"')}`)
server.close()
JS
{ node run.mjs en; node run.mjs zh; } | tee out
diff - out <<'OUT'
en: 2 phrases, found 2, between marks 2
zh: 8 phrases, found 8, between marks 0
OUT
