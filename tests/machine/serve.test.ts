import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../../src/machine/serve.ts'

const files = [
  'index.html',
  '404.html',
  '2025/consultation/index.html',
  '2025/data/indicators.csv',
  '2025/data/liaison-points.geojson',
  'site.webmanifest',
  '_astro/page.B9gofaHo.js',
]

let folder: string
let served: Served
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), file)
  }
  served = await serve(folder, { base: encodeURI('/政协/履职/') })
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})
const ask = (path: string) => fetch(new URL(path, served.url), { redirect: 'manual' })

test('an address without its slash leads to the one with it', async () => {
  const base = new URL(served.url).pathname
  const page = await ask('2025/consultation?theme=dark')
  expect([page.status, page.headers.get('location')]).toEqual([
    301,
    `${base}2025/consultation/?theme=dark`,
  ])
  const home = await ask(base.slice(0, -1))
  expect([home.status, home.headers.get('location')]).toEqual([301, base])
})

test('what keeps its address is asked for again, what is named by its content never', async () => {
  const keeping = async (path: string) => (await ask(path)).headers.get('cache-control')
  for (const path of ['', '2025/consultation/', '2025/data/indicators.csv', 'none'])
    expect(await keeping(path), path).toBe('no-cache')
  expect(await keeping('_astro/page.B9gofaHo.js')).toBe('public, max-age=31536000, immutable')
})

test('files that few servers know have their type and charset', async () => {
  const typeOf = async (path: string) => (await ask(path)).headers.get('content-type')
  expect(await typeOf('2025/data/indicators.csv')).toBe('text/csv; charset=utf-8')
  expect(await typeOf('2025/data/liaison-points.geojson')).toBe(
    'application/geo+json; charset=utf-8',
  )
  expect(await typeOf('site.webmanifest')).toBe('application/manifest+json; charset=utf-8')
})

test('a port that another program has is named', async () => {
  const port = Number(new URL(served.url).port)
  await expect(serve(folder, { port })).rejects.toThrow(`端口 ${port} 已经被别的程序占用`)
})

test('what is not there, nor could be, is answered with the site’s own page', async () => {
  for (const path of ['2026/', '2026', '%', '/elsewhere', '..%2f..%2f']) {
    const answer = await ask(path)
    expect([answer.status, await answer.text()], path).toEqual([404, '404.html'])
  }
})
