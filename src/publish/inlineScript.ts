import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { minify, transformWithOxc } from 'vite'

/** A script that stands in the page itself. */
export interface InlineScript {
  code: string
  /** What the content security policy names it by. */
  hash: `sha256-${string}`
}

/** A TypeScript file without imports, made as small as the bundler makes others; throws where it cannot be read. */
export async function inlineScript(file: string): Promise<InlineScript> {
  const { code: plain } = await transformWithOxc(readFileSync(file, 'utf8'), file)
  const { code, errors } = await minify(file, plain)
  const [error] = errors
  if (error) throw new Error(`${file}: ${error.message}`)
  const hash = createHash('sha256').update(code).digest('base64')
  return { code, hash: `sha256-${hash}` }
}
