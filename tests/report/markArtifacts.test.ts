import { expect, test } from 'vitest'
import { wrapUnmarked } from '../../src/report/markArtifacts.ts'

const squeeze = (content: string) => content.replace(/\s+/g, ' ').trim()
const wrapped = (content: string) => squeeze(wrapUnmarked(content))

test('a text outside marked content becomes an artifact, whole', () => {
  expect(wrapped('q\nBT\n/F5 10 Tf\n1 0 0 -1 68 56 Tm\n<094E> Tj\nET\nQ')).toBe(
    'q /Artifact BMC BT /F5 10 Tf 1 0 0 -1 68 56 Tm <094E> Tj ET EMC Q',
  )
})

test('so do a filled or stroked path, from where it begins, and a drawn form', () => {
  expect(wrapped('1 0 0 rg\n0 0 m\n9 0 l\nh\nf*\n1 1 8 8 re\nS\n/X1 Do')).toBe(
    '1 0 0 rg /Artifact BMC 0 0 m 9 0 l h f* EMC /Artifact BMC 1 1 8 8 re S EMC /Artifact BMC /X1 Do EMC',
  )
})

test('marked content is left as it is, and so are clips, states and what only looks like painting', () => {
  const content =
    '1 1 8 8 re W* n q /G3 gs /P <</MCID 0 >>BDC 0 0 5 1 re f BT (f S \\) Do) Tj ET EMC Q'
  expect(wrapped(content)).toBe(content)
})
