import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { projectRoot } from '../../src/tools/roots.ts'
import { shellEnvironment } from '../shellEnvironment.ts'
import { openSite } from './site.ts'

const base = '/some/sub/path/'
const port = 4397
const folder = '.build/sub-path'
const environment = shellEnvironment({ BASE_PATH: base })

let server: ChildProcess
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  execFileSync(process.execPath, ['src/tools/build.ts', '--dist', folder], {
    cwd: projectRoot,
    env: environment,
  })
  server = spawn(
    process.execPath,
    [
      'node_modules/astro/bin/astro.mjs',
      'preview',
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
      '--outDir',
      folder,
    ],
    {
      cwd: projectRoot,
      env: environment,
    },
  )
  await vi.waitFor(
    async () => expect((await fetch(`http://127.0.0.1:${port}${base}`)).ok).toBe(true),
    { timeout: 30_000 },
  )
  site = await openSite()
})
afterAll(async () => {
  await site?.close()
  server?.kill()
  rmSync(join(projectRoot, folder), { recursive: true, force: true })
})

test('every page reached by links works below a sub-path, and asks for nothing outside it', async () => {
  const page = await site.browser.newPage()
  const failed: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400 || !new URL(response.url()).pathname.startsWith(base))
      failed.push(response.url())
  })
  const queue = [base]
  const seen = new Set(queue)
  for (const path of queue) {
    await page.goto(`http://127.0.0.1:${port}${path}`)
    const links = await page.$$eval('a[href]', (anchors) =>
      (anchors as HTMLAnchorElement[])
        .filter((link) => link.origin === location.origin && !link.download)
        .map((link) => link.pathname),
    )
    for (const link of links) {
      if (seen.has(link)) continue
      seen.add(link)
      if (link.endsWith('/')) queue.push(link)
      if (!link.startsWith(base)) failed.push(link)
    }
  }
  expect(failed).toEqual([])
  expect(seen.size).toBeGreaterThan(20)
  await page.close()
})

test('search answers below a sub-path', async () => {
  const page = await site.browser.newPage()
  await page.goto(`http://127.0.0.1:${port}${base}search/?q=${encodeURIComponent('三张清单')}`)
  await page.waitForSelector('[data-search-results][data-state=done]')
  const first = await page.locator('[data-result] a').first().getAttribute('href')
  expect(first).toMatch(new RegExp(`^${base}2025/`))
  await page.close()
})
