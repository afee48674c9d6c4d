import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EngineName, engines, missingEngines } from '../../src/machine/findEngines.ts'
import { hasNginx, serveNginx } from '../../src/machine/serveNginx.ts'
import { filesBelow, htmlAmong } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'
import { leadsOn } from '../leadsOn.ts'
import type { EnginePage } from './engines/engine.ts'
import { openEngine } from './engines/openEngine.ts'

const dist = join(projectRoot, 'dist')
const missing = missingEngines()
const note = `没有 nginx 或 ${missing.join('、')}，网页没有照服务器发的标头打开`

describe.each(engines)('in %s', (name: EngineName) => {
  let nginx: Awaited<ReturnType<typeof serveNginx>>
  let page: EnginePage
  beforeAll(async () => {
    if (!hasNginx || missing.includes(name)) return
    nginx = await serveNginx(dist, '/')
    page = await openEngine(name, nginx.url)
  })
  afterAll(async () => {
    await page?.close()
    nginx?.stop()
  })
  beforeEach((context) => context.skip(!page, note))

  test('no page is in conflict with the headers of deploy/nginx/ or with its own policy', async () => {
    const wrong: string[] = []
    for (const file of htmlAmong(filesBelow(dist))) {
      if (leadsOn(readFileSync(join(dist, file), 'utf8'))) continue
      await page.goto(file.replace(/(^|\/)index\.html$/, '$1'))
      await page.evaluate(async () => {
        if (document.readyState !== 'complete')
          await new Promise((done) => addEventListener('load', done))
        await document.fonts.ready
      })
      wrong.push(...(await page.complaints()).map((words) => `${file}：${words}`))
    }
    expect(wrong).toEqual([])
  })

  test('what a policy forbids is noticed', async () => {
    await page.goto('about/')
    await page.evaluate(async () => {
      const violated = new Promise((done) =>
        addEventListener('securitypolicyviolation', done, { once: true }),
      )
      const script = document.createElement('script')
      script.textContent = 'window.forbidden = true'
      document.body.append(script)
      await violated
    })
    expect((await page.complaints()).join()).toContain('script-src')
  })
})
