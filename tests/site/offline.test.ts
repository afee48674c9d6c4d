import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { writeOffline } from '../../src/offline/writeOffline.ts'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { openBuild } from '../services.ts'
import { dist } from './builtPages.ts'
import { faultsOf } from './markupFaults.ts'

/** Every address that a page loads something from, wherever it is written. */
function loadedBy(document: Document): string[] {
  const roots: ParentNode[] = [document, ...document.querySelectorAll('template')]
  return roots.flatMap((root) => [
    ...[...root.querySelectorAll('[src]')].map((one) => one.getAttribute('src') ?? ''),
    ...[...root.querySelectorAll('link[href]:not([rel=canonical])')].map(
      (one) => one.getAttribute('href') ?? '',
    ),
    ...[...root.querySelectorAll('[srcset]')].flatMap((one) =>
      (one.getAttribute('srcset') ?? '').split(', ').map((each) => each.split(' ')[0] ?? ''),
    ),
    ...[...root.querySelectorAll('style')].flatMap((style) =>
      [...(style.textContent ?? '').matchAll(/url\(([^)]*)\)/g)].map(([, url = '']) => url),
    ),
  ])
}

describe.each([
  ['the site', async () => dist],
  [
    'the site below the path of a portal, with its PDF',
    async () => (await openBuild('portal')).folder,
  ],
  ['the site with a key for tiles of a map', async () => (await openBuild('village')).folder],
  ['the edition with complete records', async () => (await openBuild('complete')).folder],
])('the offline copy of %s', (_, find) => {
  let site: string
  let place: string
  let archive: Buffer
  let files: Record<string, Uint8Array>
  beforeAll(async () => {
    site = await find()
    place = mkdtempSync(join(tmpdir(), 'offline-'))
    archive = readFileSync((await writeOffline(site, place, '1.2.3')).file)
    files = unzipSync(archive)
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8')
  const pages = () =>
    Object.keys(files)
      .filter((name) => name.endsWith('.html'))
      .map((name) => ({ name, ...parsePage(name, text(name)) }))

  test('is the same bytes however often it is made, its names plain', async () => {
    const again = readFileSync((await writeOffline(site, join(place, 'again'), '1.2.3')).file)
    expect(again.equals(archive)).toBe(true)
    const names = Object.keys(files)
    expect(names).toEqual([...names].sort())
    for (const name of names) expect(name).toMatch(/^[\w./-]+$/)
    expect(names).toEqual(expect.arrayContaining(['index.html', 'readme.txt']))
    expect(text('readme.txt')).toMatch(/^\uFEFF.*离线副本，版本1\.2\.3\r\n/)
  })

  test('holds every chapter, figure page and download that the site leads to', () => {
    const built = pages().map(({ name }) => name)
    expect(
      built.filter((name) => /^20\d\d\/charts\/[^/]+\/index\.html$/.test(name)).length,
    ).toBeGreaterThan(10)
    for (const path of ['about', 'search']) expect(built).toContain(`${path}/index.html`)
    expect(built.filter((name) => name.includes('embed'))).toEqual([])
    const searched = filesBelow(site).filter((name) => /^search\/\w+\.json$/.test(name))
    expect(searched.length).toBeGreaterThan(0)
    for (const name of searched) expect(files[`${name}.js`], name).toBeDefined()
  })

  test('every link, source and anchor of its pages is a file beside them, or an address to follow online', () => {
    for (const { name, document } of pages()) {
      const links = [...document.querySelectorAll('a[href]')].map(
        (link) => link.getAttribute('href') ?? '',
      )
      for (const address of [...links, ...loadedBy(document)]) {
        if (links.includes(address) && /^(https?|mailto|tel):/.test(address)) continue
        if (address.startsWith('data:')) continue
        expect(address, name).not.toMatch(/^(\/|[a-z]+:)/)
        const [path = '', anchor] = decodeURI(address.replace(/\?.*?(?=#|$)/, '')).split('#')
        const target = path === '' ? name : posix.join(posix.dirname(name), path)
        expect(files[target], `${name} → ${address}`).toBeDefined()
        if (anchor && target.endsWith('.html'))
          expect(text(target).includes(`id="${decodeURIComponent(anchor)}"`), address).toBe(true)
      }
    }
  })

  test('no page loads a module, asks for anything, or loads what its policy does not allow', () => {
    for (const { name, html, document } of pages()) {
      expect(html, name).not.toMatch(/type="module"|rel="(modulepreload|alternate|manifest)"/)
      const policy = document
        .querySelector('meta[http-equiv=content-security-policy]')
        ?.getAttribute('content')
      expect(policy, name).toMatch(/^default-src 'none'; script-src 'self' file: /)
      expect(policy).not.toMatch(/connect-src|unsafe|https?:|\*/)
      for (const [, , part = ''] of html.matchAll(/<(script|style)>(.*?)<\/\1>/gs)) {
        const hash = createHash('sha256').update(part).digest('base64')
        expect(policy, name).toContain(`'sha256-${hash}'`)
      }
      expect(html, name).not.toMatch(/data-tianditu|data-ground/)
      expect(faultsOf(html), name).toEqual([])
    }
    for (const name of Object.keys(files).filter((each) => each.endsWith('.js'))) {
      if (!name.endsWith('.json.js') && !name.endsWith('.geojson.js'))
        expect(text(name), name).not.toMatch(
          /\bimport\b|\bexport\b|[^.\w]fetch\(|XMLHttpRequest|\/_astro\//,
        )
      expect(() => new Function(text(name)), name).not.toThrow()
    }
  })

  test('every page says once, in its footer, that it is a copy, and of which version', () => {
    for (const { name, html, document } of pages()) {
      expect(document.querySelector('footer')?.textContent, name).toContain(
        '这是离线副本，版本1.2.3',
      )
      expect(html.split('离线副本'), name).toHaveLength(2)
    }
  })
})
