import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printReport } from '../../src/report/printReport.ts'
import { projectRoot } from '../../src/roots.ts'
import { openSite } from '../browser/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Prints a page with one heading and the given head, with its fonts in the given folder. */
function print(head: string, fonts = join(projectRoot, 'fonts')) {
  const html = join(folder, 'index.html')
  writeFileSync(
    html,
    `<!doctype html><html lang="zh-CN"><title>全册</title>${head}<h1 style="font-weight:400;font-family:'Own Type',Machine">标题</h1>`,
  )
  return printReport(site.browser, html, fonts)
}
const face = (family: string, src: string) =>
  `<style>@font-face{font-family:"${family}";font-weight:400;src:${src}}</style>`

test('a page whose fonts are at hand is printed, whatever the machine has of its own and without scripts', async () => {
  const local = face('Machine', 'local("no such font")')
  const script = '<script type="module" src="/_astro/figure.js"></script>'
  const { pages } = await print(
    face('Own Type', 'url(/fonts/noto-serif-sc-400.woff2)') + local + script,
  )
  expect(pages).toBe(1)
})

test('a font that is not there stops the print, and is named', async () => {
  await expect(print(face('Own Type', 'url(/fonts/renamed.woff2)'))).rejects.toThrow(
    '全册要用的文件不在 fonts/ 里，没有印：fonts/renamed.woff2',
  )
})

test('so does a font that only paper asks for', async () => {
  const paper = '<style>@media print{h1{font-family:Paper!important}}</style>'
  await expect(print(face('Paper', 'url(/fonts/paper.woff2)') + paper)).rejects.toThrow(
    'fonts/paper.woff2',
  )
})

test('so does a style sheet linked to the page', async () => {
  await expect(print('<link rel="stylesheet" href="/_astro/report.css">')).rejects.toThrow(
    '_astro/report.css',
  )
})

test('a font that is there but cannot be read stops the print, and is named', async () => {
  writeFileSync(join(folder, 'broken.woff2'), 'no font')
  await expect(print(face('Own Type', 'url(/fonts/broken.woff2)'), folder)).rejects.toThrow(
    '全册的字体读不出来，没有印：Own Type 400',
  )
})
