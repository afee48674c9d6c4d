import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serve } from '../src/machine/serve.ts'
import { projectRoot } from '../src/roots.ts'
import type { BuildName } from './builds.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string
    servicesUrl: string
  }
}

/**
 * Serves dist/, and makes what several test files need when the first of them requests it: `builds/<name>` is built and
 * served, `browser` is a Chromium that all connect to.
 */
export default async function shareServices(project: TestProject) {
  const site = await serve(join(projectRoot, 'dist'))
  const closing: (() => unknown)[] = [() => site.close()]

  const openBuild = async (name: BuildName) => {
    const { makeBuild } = await import('./builds.ts')
    const { folder, base } = await makeBuild(name)
    const served = await serve(folder, { base })
    closing.push(async () => {
      await served.close()
      rmSync(folder, { recursive: true, force: true })
    })
    return { url: served.url, folder }
  }
  const launchBrowser = async () => {
    // Loaded only for tests that need a browser.
    const { chromium } = await import('playwright-core')
    const { ensureChromium } = await import('../src/machine/findChromium.ts')
    const { chromiumFlags } = await import('../src/machine/chromiumFlags.ts')
    const server = await chromium.launchServer({
      executablePath: ensureChromium(),
      args: chromiumFlags,
    })
    closing.push(() => server.close())
    return { endpoint: server.wsEndpoint() }
  }

  const started = new Map<string, Promise<unknown>>()
  const services = createServer(async (request, response) => {
    const [kind, name] = (request.url ?? '').slice(1).split('/')
    const wanted = `${kind}/${name}`
    const service =
      started.get(wanted) ?? (kind === 'browser' ? launchBrowser() : openBuild(name as BuildName))
    started.set(wanted, service)
    try {
      response.end(JSON.stringify(await service))
    } catch (error) {
      response.statusCode = 500
      response.end(String(error))
    }
  })
  await new Promise<void>((resolve) => services.listen(0, '127.0.0.1', resolve))
  closing.push(() => services.close())

  project.provide('siteUrl', site.url)
  project.provide('servicesUrl', `http://127.0.0.1:${(services.address() as AddressInfo).port}/`)
  return async () => {
    for (const close of closing.reverse()) await close()
  }
}
