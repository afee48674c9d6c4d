import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { isFound, pageAt, pageNames, sitePages } from '../../src/sitePages.ts'
import { portal, portalVariables } from '../portal.ts'
import { openBuild } from '../services.ts'
import { builtPages } from './builtPages.ts'

/** The modules that a drawing in strokes of one module draws dark. */
function drawn(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g))
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length))
  return modules
}

test('a page says where it is found, in words and as a code, where the site knows its address', async () => {
  const { folder } = await openBuild('portal')
  for (const file of ['2025/consultation/index.html', '2025/map/index.html', 'about/index.html']) {
    const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'))
    const path = file.replace('index.html', '')
    const address = `${portal.origin}${portal.base}${path}`
    const printed = document.querySelector('footer .page-address')
    const read = `${portalVariables.SITE_URL}${portalVariables.BASE_PATH}${path}`
    // The date of publication, which a release has, follows in a paragraph of its own.
    expect(printed?.querySelector('p')?.textContent?.trim(), file).toBe(`本页网址：${read}`)
    const { data, size } = encode(address, { ecc: 'M', border: 4 })
    const drawing = printed?.querySelector('path')?.getAttribute('d') ?? ''
    expect(drawn(drawing, size), file).toEqual(data)
  }
})

test('every step of a page’s trail is a page of the site, the last the page itself', async () => {
  const { folder } = await openBuild('portal')
  const root = `${portal.origin}${portal.base}`
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const trails = files
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'))
      const data = document.querySelector('script[type="application/ld+json"]')?.textContent
      const graph: { '@type': string; itemListElement: { item: string }[] }[] = data
        ? JSON.parse(data)['@graph']
        : []
      const trail = graph.find((part) => part['@type'] === 'BreadcrumbList')
      return trail ? [{ file, items: trail.itemListElement.map(({ item }) => item) }] : []
    })
  const found = pageNames.filter((name) => isFound(sitePages[name]) && name !== 'edition')
  const leading = builtPages.flatMap(({ path, file }) => {
    const name = pageAt(path.slice(1))
    return name && found.includes(name) ? [file] : []
  })
  expect(trails.map(({ file }) => file).sort()).toEqual(leading.sort())
  expect(leading).toContain('2025/public-opinion/index.html')
  for (const { file, items } of trails) {
    const led = items.map((item) => `${decodeURI(item.slice(root.length))}index.html`)
    expect(items.every((item) => item.startsWith(root))).toBe(true)
    expect(
      led.filter((each) => !files.includes(each)),
      file,
    ).toEqual([])
    expect(led.at(-1)).toBe(file)
  }
})

test('and nothing where it does not', () => {
  const addressed = builtPages.filter(
    ({ document }) =>
      document.querySelector('footer .page-address svg') ||
      document.querySelector('footer .page-address')?.textContent?.includes('本页网址'),
  )
  expect(addressed.map(({ path }) => path)).toEqual([])
})
