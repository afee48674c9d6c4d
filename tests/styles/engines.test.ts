import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/roots.ts'

const folder = join(projectRoot, 'src/styles')
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, css: readFileSync(join(folder, file), 'utf8') }))
/** Screen styles, which every engine reads; the report is printed only by Chromium. */
const declarations = (property: string) =>
  sheets
    .filter(({ file }) => !file.startsWith('report'))
    .flatMap(({ file, css }) =>
      [...css.matchAll(new RegExp(`[{;\\s]${property}: *([^;]*);`, 'g'))].map(
        ([, value]) => `${file} ${value}`,
      ),
    )

test('the line alone is written in the shorthand of a text decoration: WebKit reads no more of it', () => {
  for (const declaration of declarations('text-decoration'))
    expect(declaration).toMatch(/ (underline|none)$/)
})

test('space between Han and digits, and how a paragraph breaks, are left to what the engine does well', () => {
  for (const declaration of declarations('text-autospace'))
    expect(declaration).toMatch(/ (no-autospace|var\(--autospace\))$/)
  for (const declaration of declarations('text-wrap'))
    expect(declaration).toMatch(/ (balance|var\(--pretty\))$/)
})

test('nothing is kept whole by keep-all: a line too long for it breaks before a mark', () => {
  expect(declarations('word-break').filter((one) => one.endsWith('keep-all'))).toEqual([])
})

test('kerning is left to the engine: asked for, Firefox halves the marks of Noto’s Han fonts', () => {
  expect(declarations('font-kerning')).toEqual([])
})
