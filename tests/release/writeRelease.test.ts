import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Manifest } from '../../src/release/manifest.ts'
import { isSameRelease, releaseName, writeRelease } from '../../src/release/writeRelease.ts'
import { edition, withObservations } from '../charts/edition2025.ts'

const version = { commit: '28ee1ae'.padEnd(40, '0'), version: '20261130-28ee1ae' }
const page = (words: string, script = 'a') =>
  `<!doctype html><html><head><script src="${script}.js"></script></head><body><main>${words}</main></body></html>`
const site = {
  'index.html': page('甲'),
  'index.html.br': '压好的',
  '2025/index.html': page('乙'),
  '_astro/a.js': 'export {}',
  'type/400-0123.woff2': '字体',
  'robots.txt': 'User-agent: *\n',
}

/** A release written into a new folder, of a site with these files. */
function write(
  files: Record<string, string>,
  changes: Partial<Parameters<typeof writeRelease>[1]> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'site', path)), { recursive: true })
    writeFileSync(join(folder, 'site', path), text)
  }
  const manifest = writeRelease(folder, {
    ...version,
    editions: [edition],
    preview: false,
    base: '/lvzhi/',
    site: 'https://lvzhi.invalid',
    earlier: undefined,
    sbom: '{}\n',
    ...changes,
  })
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  return { folder, manifest, read }
}

const checkSums = (folder: string) =>
  spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })

test('sha256sum verifies every file of a release, and notices one that has changed', ({ skip }) => {
  skip(spawnSync('sha256sum', ['--version']).status !== 0, '没有 sha256sum')
  const { folder, read } = write(site)
  const sums = checkSums(folder)
  expect(sums.status, sums.stderr).toBe(0)
  const others = ['changes.md', 'licences.txt', 'manifest.json', 'sbom.cdx.json']
  const listed = read('SHA256SUMS').trim().split('\n')
  expect(listed.map((line) => line.slice(66)).sort()).toEqual(
    [...others, ...Object.keys(site).map((path) => `site/${path}`)].sort(),
  )
  writeFileSync(join(folder, 'site/robots.txt'), 'User-agent: x\n')
  expect(checkSums(folder)).toMatchObject({ status: 1 })
})

test('the manifest names each file with its size, digest and how long it is kept', () => {
  const { manifest, read } = write(site)
  expect(JSON.parse(read('manifest.json'))).toEqual(manifest)
  expect(manifest).toMatchObject({
    ...version,
    edition: 2025,
    preview: false,
    base: '/lvzhi/',
    site: 'https://lvzhi.invalid',
  })
  expect(manifest.files.map(({ path }) => path)).toEqual(Object.keys(site).sort())
  const immutable = manifest.files.filter(({ cache }) => cache === 'immutable')
  expect(immutable.map(({ path }) => path)).toEqual(['_astro/a.js', 'type/400-0123.woff2'])
  for (const { path, bytes, sha256 } of manifest.files) {
    expect(bytes).toBe(Buffer.byteLength(site[path as keyof typeof site]))
    expect(read('SHA256SUMS')).toContain(`${sha256}  site/${path}\n`)
  }
  expect(manifest.observations).toHaveLength(edition.indicators.length)
  expect(manifest.observations[0]).toEqual({
    edition: 2025,
    id: 'consultation.sessions',
    wording: '12场',
    value: 12,
    unit: '场',
    period: null,
    status: 'reported',
  })
})

test('the licences of libraries, fonts and data are there in full', () => {
  const { read } = write(site)
  const licences = read('licences.txt')
  for (const words of ['Volodymyr Agafonkin', 'Mapbox', 'SIL OPEN FONT LICENSE', 'CC BY 4.0'])
    expect(licences).toContain(words)
  expect(licences).not.toContain('Licenses of bundled dependencies')
})

test('the changes tell numbers, corrections and pages from the release before', () => {
  const first = write(site)
  expect(first.read('changes.md')).toContain('首次发布')
  const correction = {
    id: 'correction-1',
    indicator: 'consultation.sessions',
    field: 'value' as const,
    old: '12场',
    new: '11场',
    date: '2026-12-01',
    reason: '示例。',
    source: null,
  }
  const corrected = withObservations((each) =>
    each.id === correction.indicator ? { ...each, value: 11, source: null } : each,
  )
  const second = write(
    {
      ...site,
      'index.html': page('丙'),
      '2025/index.html': page('乙', 'b'),
      '2025/map/index.html': page('丁'),
    },
    { editions: [{ ...corrected, corrections: [correction] }], earlier: first.manifest },
  )
  const changes = second.read('changes.md')
  for (const line of [
    `与 ${version.version} 相比。`,
    '| consultation.sessions（2025年版） | 12场 | 11场 |',
    '- 2026-12-01 consultation.sessions（2025年版）：12场 → 11场。示例。',
    '新增（1）：\n\n- 2025/map/index.html',
    '文字有改动（1）：\n\n- index.html',
    '只有代码或链接不同的：1 页',
  ])
    expect(changes).toContain(line)
  const numbersAlone: Pick<Manifest, 'version' | 'observations'> = {
    version: version.version,
    observations: first.manifest.observations,
  }
  expect(write(site, { earlier: numbersAlone }).read('changes.md')).toContain('没有改动')
})

test('where only the numbers of the release before are known, the corrections that led to them are not new', () => {
  const correction = (id: string, old: string, now: string, date: string) => ({
    ...{ id, indicator: 'consultation.sessions', field: 'value' as const, old, new: now, date },
    reason: `${id}。`,
    source: null,
  })
  const corrections = [
    correction('second', '11场', '13场', '2026-12-02'),
    correction('first', '12场', '11场', '2026-12-01'),
  ]
  const changesSince = (value: number) => {
    const before = withObservations((each) =>
      each.id === 'consultation.sessions' ? { ...each, value, source: null } : each,
    )
    const { manifest } = write(site, { editions: [before] })
    const numbersAlone = { version: version.version, observations: manifest.observations }
    const editions = [{ ...edition, corrections }]
    return write(site, { editions, earlier: numbersAlone }).read('changes.md')
  }
  expect(changesSince(12)).toMatch(/second。\n.*first。/)
  expect(changesSince(11)).toContain('second。')
  expect(changesSince(11)).not.toContain('first。')
  expect(changesSince(13)).toContain('没有新的更正。')
})

test('the same site gives the same bytes, and another one others', () => {
  const [one, same, other] = [
    write(site),
    write(Object.fromEntries(Object.entries(site).reverse())),
    write({ ...site, 'robots.txt': '' }),
  ]
  expect(isSameRelease(one.folder, same.folder)).toBe(true)
  expect(isSameRelease(one.folder, other.folder)).toBe(false)
})

test('a preview has a folder of its own', () => {
  expect(releaseName(2025, version, false)).toBe('2025-20261130-28ee1ae')
  expect(releaseName(2025, version, true)).toBe('2025-20261130-28ee1ae-preview')
})
