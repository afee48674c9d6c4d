import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { builtFiles, builtPages } from './builtPages.ts'

describe.each(builtPages)('$path', ({ document, html, path }) => {
  test('says its language, and has one main, one h1, a title and a description', () => {
    expect(document.documentElement.getAttribute('lang')).toBe('zh-CN')
    expect(document.querySelectorAll('main')).toHaveLength(1)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.title.length).toBeGreaterThan(4)
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBeTruthy()
  })

  test('never skips a heading level', () => {
    const levels = [...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map((heading) =>
      Number(heading.localName[1]),
    )
    levels.forEach((level, index) => {
      expect(
        level - (levels[index - 1] ?? 0),
        `${path} 第 ${index + 1} 个标题`,
      ).toBeLessThanOrEqual(1)
    })
  })

  test('has no id twice', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('shows no literal Markdown, placeholder or unset value', () => {
    const text = document.querySelector('main')?.textContent ?? ''
    expect(text).not.toMatch(/\*\*|__|\{[a-z-]+\.|\{when:|undefined|\[object|NaN/)
  })

  test('has no inline handler, inline style or script from elsewhere', () => {
    expect(html).not.toMatch(/\son[a-z]+="|javascript:/)
    expect(document.querySelectorAll('[style]')).toHaveLength(0)
    for (const element of document.querySelectorAll(
      'script[src],link[href],img[src],iframe[src]',
    )) {
      if (element.getAttribute('rel') === 'canonical') continue
      expect(element.getAttribute('src') ?? element.getAttribute('href')).toMatch(
        /^(\/(?!\/)|data:)/,
      )
    }
  })

  test('asks for no sheet of styles, those of paper included', () => {
    expect(document.querySelectorAll('link[rel=stylesheet]')).toHaveLength(0)
  })

  test('carries its style in one piece, named in its policy like every inline script', () => {
    const policy = document
      .querySelector('meta[http-equiv=content-security-policy]')
      ?.getAttribute('content')
    expect(policy).not.toContain('unsafe-inline')
    const inline = [
      ...html.matchAll(/<(?:style|script(?: type="module")?)>(.+?)<\/(?:style|script)>/gs),
    ]
    expect(document.querySelectorAll('style')).toHaveLength(1)
    for (const [, text = ''] of inline) {
      const hash = createHash('sha256').update(text).digest('base64')
      expect(policy, text.slice(0, 80)).toContain(`'sha256-${hash}'`)
    }
  })

  test('carries no address when none is configured', () => {
    expect(
      document.querySelector(
        'link[rel=canonical], link[rel=alternate], meta[property="og:url"], meta[property="og:image"], meta[name=Url], meta[name=Image]',
      ),
    ).toBeNull()
    for (const data of document.querySelectorAll('script[type="application/ld+json"]')) {
      expect(data.textContent?.replace('https://schema.org', '')).not.toMatch(/https?:/)
    }
  })
})

test('every page has a title of its own', () => {
  const titles = builtPages.filter((page) => page.path !== '/').map((page) => page.document.title)
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
})

test('nothing that consists of absolute addresses is built without one', () => {
  expect(builtFiles.filter((file) => /^(feed\.xml|sitemap|share\/)/.test(file))).toEqual([])
})
