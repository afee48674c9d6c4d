import { preview } from 'astro'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string
  }
}

/** Serves the built site for the browser tests and hands them its address. */
export default async function serveSite(project: TestProject) {
  const server = await preview({ logLevel: 'error', server: { host: '127.0.0.1', port: 4399 } })
  project.provide('siteUrl', `http://127.0.0.1:${server.port}/`)
  return () => server.stop()
}
