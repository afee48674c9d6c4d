import { expect, test } from 'vitest'
import { outlookPhrases } from '../../src/facts/outlook.ts'

test.each([
  ['在领导下，围绕中心、服务大局，以此聚共识、以此促落实。', ['以此聚共识', '以此促落实']],
  ['以此聚共识、以此促落实', ['以此聚共识', '以此促落实']],
])('the parallel phrases of “%s” stand without what leads them', (text, phrases) => {
  expect(outlookPhrases(text)).toEqual(phrases)
})
