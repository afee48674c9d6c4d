import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { legendMarks } from '../../src/charts/parts/legend.ts'
import { drawMarkDocs } from '../../src/tools/markDocs.ts'

test('the section on marks shows each mark of the legend and each way of counting, with a picture of its own', async () => {
  const docs = mkdtempSync(join(tmpdir(), 'mark-docs-'))
  onTestFinished(() => rmSync(docs, { recursive: true }))
  const section = await drawMarkDocs(docs)
  const shown = [...section.matchAll(/src="(images\/marks\/[^"]+)" alt="([^"]+)"/g)]
  const names = shown.map(([, , name]) => name)
  expect(names).toEqual(expect.arrayContaining(legendMarks().map(({ name }) => name)))
  expect(names.filter((name) => name?.startsWith('逐个计数'))).toHaveLength(4)
  const pictures = shown.map(([, path = '']) => readFileSync(join(docs, path)))
  expect(readdirSync(join(docs, 'images/marks'))).toHaveLength(shown.length)
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(shown.length)
  for (const picture of pictures) {
    expect(picture.length).toBeLessThan(4000)
    const { channels } = await sharp(picture).stats()
    expect(channels.some(({ stdev }) => stdev > 5)).toBe(true)
  }
})
