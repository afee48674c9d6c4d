import { expect, test } from 'vitest'
import { figureDocs } from '../../src/tools/figureDocs.ts'

const drawn = (id: string) => ({ id, topic: `图${id}`, reading: `${id}的读法。` })
const now = [drawn('stays'), drawn('new')]
const complete = [drawn('stays'), drawn('fictional')]
const earlier = {
  commit: '0123abc',
  figures: [
    { id: 'stays', topic: '旧名' },
    { id: 'gone', topic: '图gone' },
  ],
}

/** The contents below a figure's heading. */
const section = (docs: string, heading: string) => {
  const found = docs.split('\n## ').find((part) => part.startsWith(`${heading}\n`))
  if (!found) throw new Error(`没有“${heading}”一节`)
  return found
}
const picturesIn = (text: string) =>
  [...text.matchAll(/\]\(images\/figures\/(.*?)\)/g)].map((m) => m[1])

test('a figure that stays is shown before and now at each width, then complete', () => {
  expect(picturesIn(section(figureDocs(now, complete, earlier), '图stays'))).toEqual([
    'before/stays-390.png',
    'stays-390.png',
    'before/stays-1440.png',
    'stays-1440.png',
    'stays-complete.png',
  ])
})

test('a figure that is new, or gone, is shown alone', () => {
  const docs = figureDocs(now, complete, earlier)
  expect(picturesIn(section(docs, '图new'))).toEqual(['new-390.png', 'new-1440.png'])
  expect(picturesIn(section(docs, '图gone（已撤下）'))).toEqual([
    'before/gone-390.png',
    'before/gone-1440.png',
  ])
  expect(docs).toContain('`0123abc`')
})

test('a figure that only the complete edition has is shown as that draws it', () => {
  expect(picturesIn(section(figureDocs(now, complete, earlier), '图fictional'))).toEqual([
    'fictional-complete.png',
  ])
})

test('without pictures of an earlier state every figure is shown alone', () => {
  expect(picturesIn(figureDocs(now, complete, undefined)).join()).not.toContain('before/')
})
