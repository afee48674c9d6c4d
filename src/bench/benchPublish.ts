import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { hasNginx, serveNginx } from '../machine/serveNginx.ts'
import { filesBelow } from '../publish/siteFiles.ts'
import { projectRoot } from '../roots.ts'
import { makeRelease } from './makeRelease.ts'
import { writeVariantSite } from './variantSite.ts'

const run = promisify(execFile)
const script = join(projectRoot, 'deploy/publish.sh')
const base = '/lvzhi/'

/** A release under test: its folder, and the hash of each of its files. */
interface Release {
  folder: string
  hashes: ReadonlyMap<string, string>
}

async function writeRelease(place: string, name: string): Promise<Release> {
  const site = join(place, `site-${name}`)
  await writeVariantSite(join(projectRoot, 'dist'), site, name)
  const folder = makeRelease(join(place, `release-${name}`), site)
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    files: { path: string; sha256: string }[]
  }
  return { folder, hashes: new Map(files.map(({ path, sha256 }) => [path, sha256])) }
}

/** Paths of files in the text of a page or script that are named by their content. */
const references = (text: string) => [
  ...new Set(
    [...text.matchAll(/(?:_astro|type)\/[\w.-]+?\.(?:js|css|woff2)\b/g)].map(([path]) => path),
  ),
]

/** What readers met: how many pages and files they read, and everything that was wrong. */
interface Reading {
  pages: number
  files: number
  wrong: string[]
}

/**
 * Reads pages and everything they refer to until told to stop, some of it seconds later than the page; each page and
 * file must be that of the release that the page names.
 */
async function readSite(
  url: string,
  paths: string[],
  releases: Map<string, Release>,
  until: number,
) {
  const reading: Reading = { pages: 0, files: 0, wrong: [] }
  const load = async (path: string) => {
    const response = await fetch(`${url}${base}${path.replace(/(^|\/)index\.html$/, '$1')}`)
    if (!response.ok) reading.wrong.push(`${response.status} ${path}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    return { text: bytes.toString(), hash: createHash('sha256').update(bytes).digest('hex') }
  }
  while (Date.now() < until) {
    const path = paths[Math.floor(Math.random() * paths.length)] as string
    const page = await load(path)
    const name = /<meta name="release" content="(\w+)">/.exec(page.text)?.[1] ?? ''
    const release = releases.get(name)
    reading.pages++
    if (release?.hashes.get(path) !== page.hash) reading.wrong.push(`网页不是 ${name} 的：${path}`)
    await wait(Math.random() < 0.5 ? 0 : Math.random() * 3000)
    const waiting = references(page.text)
    const seen = new Set(waiting)
    for (const file of waiting) {
      const { text, hash } = await load(file)
      reading.files++
      if (release?.hashes.get(file) !== hash)
        reading.wrong.push(`${name} 的网页，文件不是：${file}`)
      if (!file.endsWith('.js')) continue
      const imports = [...text.matchAll(/["']\.\/([\w.-]+\.js)["']/g)].map(
        ([, found]) => `_astro/${found}`,
      )
      for (const found of [...references(text), ...imports])
        if (!seen.has(found)) {
          seen.add(found)
          waiting.push(found)
        }
    }
  }
  return reading
}

/** Publishes each release in turn, and rolls back after each, one every second; resolves to the seconds each took. */
async function switchReleases(root: string, releases: Release[], until: number): Promise<number[]> {
  const took: number[] = []
  for (let turn = 0; Date.now() < until; turn++) {
    const started = performance.now()
    const { folder } = releases[Math.ceil(turn / 2) % releases.length] as Release
    // The load takes all there is of this machine; without precedence it would be switched less often.
    const command = [script, ...(turn % 2 ? ['rollback', root] : [folder, root])]
    await run('nice', ['-n', '-15', ...command])
    took.push((performance.now() - started) / 1000)
    await wait(Math.max(0, 1000 - (performance.now() - started)))
  }
  return took
}

/**
 * Puts 64 connections on nginx for some seconds while releases are published and rolled back every second, and readers
 * check that no page comes with files of another release.
 */
export async function benchPublish(seconds: number): Promise<void> {
  if (!hasNginx) throw new Error('没有 nginx，量不了')
  const place = mkdtempSync(join(tmpdir(), 'bench-publish-'))
  const root = join(place, 'www')
  mkdirSync(root)
  const names = ['a', 'b', 'c']
  const releases = await Promise.all(names.map((name) => writeRelease(place, name)))
  for (const { folder } of releases) execFileSync(script, [folder, root], { stdio: 'ignore' })
  const nginx = await serveNginx(join(root, 'current'), base)
  const [first] = releases as [Release]
  const pages = filesBelow(join(first.folder, 'site')).filter(
    (file) => file.endsWith('.html') && file !== '404.html',
  )
  const ask = join(place, 'ask.lua')
  writeFileSync(
    ask,
    `local pages = { ${pages.map((page) => `"${base}${page.replace(/index\.html$/, '')}"`).join(', ')} }
request = function()
  return wrk.format("GET", pages[math.random(#pages)], { ["Accept-Encoding"] = "br, gzip" })
end
`,
  )
  try {
    const until = Date.now() + seconds * 1000
    const byName = new Map(names.map((name, at) => [name, releases[at] as Release]))
    const wrk = ['-t2', '-c64', `-d${seconds}s`, '--latency', '-s', ask, nginx.url]
    const [load, took, ...readings] = await Promise.all([
      run('nice', ['-n', '15', 'wrk', ...wrk]),
      switchReleases(root, releases, until),
      ...Array.from({ length: 12 }, () => readSite(nginx.url, pages, byName, until)),
    ])
    console.log(load.stdout)
    console.log(`换了 ${took.length} 次，每次最久 ${Math.max(...took).toFixed(2)} 秒`)
    const sum = (of: (reading: Reading) => number) =>
      readings.reduce((total, reading) => total + of(reading), 0)
    const wrong = readings.flatMap((reading) => reading.wrong)
    console.log(`读了 ${sum((one) => one.pages)} 页、${sum((one) => one.files)} 个文件`)
    console.log(`不对的 ${wrong.length} 处`, wrong.slice(0, 10))
  } finally {
    nginx.stop()
    rmSync(place, { recursive: true, force: true })
  }
}
