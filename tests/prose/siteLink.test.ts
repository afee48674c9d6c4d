import { describe, expect, test } from 'vitest'
import { parseSiteLink } from '../../src/prose/siteLink.ts'

describe('a link inside the site leads to the same page however it is written', () => {
  test.each([
    ['learning.mdx', { path: '2025/learning/' }],
    ['./learning.mdx', { path: '2025/learning/' }],
    ['../2024/learning.mdx', { path: '2024/learning/' }],
    ['../learning/', { path: '2025/learning/' }],
    ['/2025/learning', { path: '2025/learning/' }],
    ['/2025/learning/index.html', { path: '2025/learning/' }],
    ['edition.mdx', { path: '2025/' }],
    ['/', { path: '' }],
    ['learning.mdx#“学”与“做”', { path: '2025/learning/', anchor: '学与做' }],
    ['learning.mdx#%E5%AD%A6', { path: '2025/learning/', anchor: '学' }],
    ['#学', { anchor: '学' }],
    ['#50%', { anchor: '50' }],
  ])('%s', (url, link) => {
    expect(parseSiteLink(url, 2025)).toEqual(link)
  })
})

test.each(['https://example.org/', 'mailto:a@example.org', 'javascript:x', '//example.org/'])(
  '%s is outside',
  (url) => {
    expect(parseSiteLink(url, 2025)).toBeUndefined()
  },
)
