import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { minify, transformWithOxc } from 'vite'

/** A script to be written into the page itself. */
export interface InlineScript {
  code: string
  /** Its hash for the content security policy. */
  hash: `sha256-${string}`
}

/** TypeScript files without imports as one minified script; throws if one cannot be parsed. */
export async function inlineScript(...files: string[]): Promise<InlineScript> {
  const plain: string[] = []
  for (const file of files) {
    const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file)
    if (/^(import|export)\b/m.test(code)) throw new Error(`${file}: 写进网页的脚本不能引入或导出`)
    plain.push(code)
  }
  const name = files.join('、')
  const { code, errors } = await minify(name, plain.join(';'))
  const [error] = errors
  if (error) throw new Error(`${name}: ${error.message}`)
  const hash = createHash('sha256').update(code).digest('base64')
  return { code, hash: `sha256-${hash}` }
}
