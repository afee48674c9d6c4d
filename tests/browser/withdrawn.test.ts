import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuild } from '../services.ts'
import { openSite } from './site.ts'

const chapter = '/2099/supervision/'
let site: Awaited<ReturnType<typeof openSite>>
let build: Awaited<ReturnType<typeof openBuild>>
beforeAll(async () => {
  ;[site, build] = await Promise.all([openSite(), openBuild('complete')])
})
afterAll(() => site?.close())

const read = (file: string) => readFileSync(join(build.folder, file), 'utf8')

describe.each(['', 'embed/'])('the page of a withdrawn figure (%s)', (end) => {
  const path = `2099/charts/example-withdrawn/${end}`

  test('leads to its chapter, without a script', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(new URL(path, build.url).href)
    await page.waitForURL(`**${chapter}`)
    await context.close()
  })

  test('names the chapter to readers and to search engines, which are not to list it', () => {
    const { document } = parseHTML(read(`${path}index.html`))
    expect(document.querySelector('main a')?.getAttribute('href')).toBe(chapter)
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `https://www.example.org${chapter}`,
    )
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect(document.querySelectorAll('script')).toHaveLength(0)
  })
})

test('no page, list or sitemap of the site leads to it', () => {
  expect(read('sitemap-0.xml')).toContain('/2099/charts/sessions/')
  for (const file of ['sitemap-0.xml', 'feed.xml', '2099/charts/index.html', 'search/index.html'])
    expect(read(file), file).not.toContain('example-withdrawn')
})
