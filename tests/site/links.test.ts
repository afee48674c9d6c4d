import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtFiles, builtPages } from './builtPages.ts'

const files = new Set(builtFiles)
const byFile = new Map(builtPages.map((page) => [page.file, page]))

/** Links to other sites: those in the registers, and the filing authorities. */
const register = (name: string) =>
  readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8')
const named = [
  ...register('sources').matchAll(/"https?:[^"]+"/g),
  ...register('publisher').matchAll(/"https?:[^"]+"/g),
]
const outside = (href: string) =>
  named.some(([url]) => url === `"${href}"`) || /^https:\/\/beian\.(miit|mps)\.gov\.cn\//.test(href)

describe.each(builtPages)('links of $path', ({ document, path }) => {
  test('lead to a file and an anchor that exist', () => {
    const broken: string[] = []
    for (const link of document.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? ''
      if (/^https?:/.test(href)) {
        if (!outside(href)) broken.push(`${href}（未登记的外部网址）`)
        continue
      }
      const url = new URL(href, `http://site${path}`)
      const file = decodeURI(url.pathname)
        .slice(1)
        .replace(/(^|\/)$/, '$1index.html')
      if (!files.has(file)) broken.push(href)
      else if (
        url.hash &&
        !byFile.get(file)?.document.getElementById(decodeURIComponent(url.hash.slice(1)))
      )
        broken.push(href)
    }
    expect(broken).toEqual([])
  })

  test('name popovers and labels that exist', () => {
    for (const attribute of [
      'popovertarget',
      'aria-labelledby',
      'aria-describedby',
      'aria-controls',
      'for',
    ]) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        for (const id of (element.getAttribute(attribute) ?? '').split(' ')) {
          expect(document.getElementById(id), `${attribute}="${id}"`).not.toBeNull()
        }
      }
    }
  })
})
