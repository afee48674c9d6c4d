import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeRelease } from '../../src/bench/makeRelease.ts'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'

const script = join(projectRoot, 'deploy/publish.sh')
// Its commands are GNU's, as on any Linux server.
const canRun = spawnSync('cp', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU')

let place: string
let root: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'publish-'))
  root = join(place, 'www')
  mkdirSync(root)
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const pages = (version: string) => ({
  'index.html': `首页 ${version} <script src="/lvzhi/_astro/page.${version}.js"></script>`,
  '404.html': `没有这一页 ${version}`,
  '2025/learning/index.html': `学习 ${version} <a href="/lvzhi/2025/charts/visits/">图</a>`,
  '2025/learning/index.html.br': `学习 ${version}`,
  '2025/charts/visits/index.html': `图 ${version}`,
  '2025/charts/visits/embed/index.html': `图 ${version}`,
  '2025/charts/visits.svg': `图 ${version}`,
  '2025/charts/visits.poster.png': `图 ${version}`,
  '2025/charts/visits-by-year.svg': `另一幅图 ${version}`,
  [`_astro/page.${version}.js`]: `脚本 ${version}`,
  'type/400-c96e562880.woff2': '字体',
})
const release = (version: string) => makeRelease(join(place, `2025-${version}`), pages(version))
const run = (...args: string[]) => spawnSync(script, args, { encoding: 'utf8' })
const publish = (version: string) => run(release(version), root)
const served = (file = 'index.html') => readFileSync(join(root, 'current', file), 'utf8')
const isServed = (file: string) => existsSync(join(root, 'current', file))
/** The text of every file that is served, by path. */
const tree = () =>
  Object.fromEntries(filesBelow(join(root, 'current')).map((file) => [file, served(file)]))

describe.skipIf(!canRun)('publish.sh（没有 GNU 的命令则略过）', () => {
  test('a release is published as a folder, a tar and a zip', () => {
    expect(publish('1.0.0')).toMatchObject({ status: 0, stdout: '已发布 2025-1.0.0\n' })
    expect(tree()).toEqual(pages('1.0.0'))
    release('1.0.1')
    execFileSync('tar', ['-C', place, '-czf', join(place, 'any.tar.gz'), '2025-1.0.1'])
    expect(run(join(place, 'any.tar.gz'), root).stdout).toBe('已发布 2025-1.0.1\n')
    release('1.0.2')
    const inside = join(place, '2025-1.0.2')
    execFileSync('tar', ['-C', inside, '-cf', join(place, '2025-1.0.2.tar'), '.'])
    expect(run(join(place, '2025-1.0.2.tar'), root).stdout).toBe('已发布 2025-1.0.2\n')
    expect(served()).toContain('首页 1.0.2')
  })

  test.skipIf(spawnSync('zip', ['-v']).status !== 0)('a release is published as a zip', () => {
    release('1.0.0')
    execFileSync('zip', ['-qr', '2025-1.0.0.zip', '2025-1.0.0'], { cwd: place })
    expect(run(join(place, '2025-1.0.0.zip'), root).stdout).toBe('已发布 2025-1.0.0\n')
    expect(tree()).toEqual(pages('1.0.0'))
  })

  test('pages open from the release before still find their scripts, after a rollback too', () => {
    for (const version of ['1', '2', '3']) publish(version)
    expect(tree()).toEqual({
      ...pages('3'),
      '_astro/page.1.js': '脚本 1',
      '_astro/page.2.js': '脚本 2',
    })
    expect(run('rollback', root).stdout).toBe('已换到 2025-2\n')
    expect(served()).toContain('首页 2')
    expect(served('_astro/page.3.js')).toBe('脚本 3')
  })

  test('five releases are kept, and each can be put back by name', () => {
    for (const version of ['1', '2', '3', '4', '5', '6']) publish(version)
    expect(readdirSync(join(root, 'releases'))).toEqual(
      ['2', '3', '4', '5', '6'].map((version) => `2025-${version}`),
    )
    expect(run('rollback', root, '2025-3').status).toBe(0)
    expect(served()).toContain('首页 3')
    expect(run('rollback', root).stdout).toBe('已换到 2025-2\n')
    const none = run('rollback', root)
    expect([none.status, none.stderr]).toEqual([1, '没有做成：2025-2 之前没有留着的发布\n'])
    expect(run('rollback', root, '2025-1').stderr).toContain('没有留着 2025-1')
    expect(served()).toContain('首页 2')
    expect(readdirSync(join(root, 'served'))).toHaveLength(2)
    expect(run('status', root).stdout).toContain('正在用：2025-2\n')
    // What is published once more is the last, whenever it was first.
    expect(run(join(place, '2025-4'), root).status).toBe(0)
    expect(run('rollback', root).stdout).toBe('已换到 2025-6\n')
  })

  test('no two releases have files of the same time, so that servers can tell them apart', () => {
    const times = ['1', '2', '3'].map((version) => {
      publish(version)
      return statSync(join(root, 'current/index.html')).mtimeMs
    })
    expect(new Set(times).size).toBe(3)
  })

  test('what was damaged, changed, added or linked is refused, and nothing is changed', () => {
    publish('1')
    const before = tree()
    const changes: [string, (folder: string) => void, string][] = [
      ['2', (folder) => appendFileSync(join(folder, 'site/index.html'), ' '), '与 SHA256SUMS 不符'],
      ['3', (folder) => rmSync(join(folder, 'site/2025/charts/visits.svg')), '与 SHA256SUMS 不符'],
      ['4', (folder) => writeFileSync(join(folder, 'site/more.html'), ''), '不一样多'],
      ['5', (folder) => symlinkSync('/etc/passwd', join(folder, 'site/passwd')), '链接'],
      ['6', (folder) => rmSync(join(folder, 'SHA256SUMS')), '没有 SHA256SUMS'],
    ]
    for (const [version, change, words] of changes) {
      const folder = release(version)
      change(folder)
      const { status, stderr } = run(folder, root)
      expect([status, stderr], words).toEqual([1, expect.stringContaining(words)])
    }
    writeFileSync(join(place, 'broken.tar.gz'), 'no archive')
    expect(run(join(place, 'broken.tar.gz'), root).stderr).toContain('解不开')
    expect(run(join(place, 'none'), root).stderr).toContain('没有 ')
    const other = makeRelease(join(place, 'other/2025-1'), pages('other'))
    expect(run(other, root).stderr).toContain('已经有内容不同的 2025-1')
    const elsewhere = makeRelease(join(place, '2025-7'), pages('7'), { base: '/' })
    expect(run(elsewhere, root).stderr).toContain('别的路径')
    const preview = makeRelease(join(place, '2025-8-preview'), pages('8'), { preview: true })
    expect(run(preview, root).stderr).toContain('预览')
    expect(tree()).toEqual(before)
    expect(readdirSync(join(root, 'releases'))).toEqual(['2025-1'])
    expect(existsSync(join(root, '.work'))).toBe(false)
  })

  test('of two at once the second is refused', async () => {
    publish('1')
    const holder = spawn('flock', [join(root, '.lock'), 'sh', '-c', 'echo; cat'])
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    const { status, stderr } = publish('2')
    expect([status, stderr]).toEqual([1, '没有做成：另一个发布正在进行，等它做完再来\n'])
    const ended = new Promise((resolve) => holder.once('close', resolve))
    holder.stdin.end()
    await ended
    expect(run(join(place, '2025-2'), root).status).toBe(0)
  })

  test('a page, a figure and the whole site are taken down until they are restored', () => {
    publish('1')
    const figure = run('takedown', root, 'https://www.example.gov.cn/lvzhi/2025/charts/visits/')
    expect(figure.stdout).toContain('2025/learning/index.html')
    const left = Object.keys(tree())
    expect(left.filter((file) => file.includes('/charts/'))).toEqual([
      '2025/charts/visits-by-year.svg',
    ])
    expect(run('takedown', root, '2025/learning/').status).toBe(0)
    expect(existsSync(join(root, 'current/2025/learning'))).toBe(false)
    publish('2')
    expect([isServed('2025/charts/visits.svg'), served('404.html')]).toEqual([
      false,
      pages('2')['404.html'],
    ])

    expect(run('takedown', root, 'all').status).toBe(0)
    expect(Object.keys(tree())).toEqual(['404.html'])
    expect(served('404.html')).toContain('暂停服务')
    publish('3')
    expect(Object.keys(tree())).toEqual(['404.html'])

    expect(run('restore', root, 'all').status).toBe(0)
    expect([isServed('index.html'), isServed('2025/learning/index.html')]).toEqual([true, false])
    expect(run('restore', root).status).toBe(0)
    expect(tree()).toMatchObject(pages('3'))
  })

  test('with a page go the pictures that messages show with its link, and no others', () => {
    const shared = ['2025', '2025-learning', '2025-learning-more', '2025-charts-visits', 'about']
    const pictures = shared.map((name) => [
      `share/${name}.${name === '2025' ? 'jpg' : 'png'}`,
      '图',
    ])
    const more = { '2025/index.html': '封面', '2025/learning-more/index.html': '另一章' }
    const files = { ...pages('1'), ...more, ...Object.fromEntries(pictures) }
    run(makeRelease(join(place, '2025-1'), files), root)
    const left = () => readdirSync(join(root, 'current/share'))
    run('takedown', root, '2025/learning')
    expect(left()).toEqual([
      '2025-charts-visits.png',
      '2025-learning-more.png',
      '2025.jpg',
      'about.png',
    ])
    run('takedown', root, '2025')
    expect(left()).toEqual(['about.png'])
  })

  test('what a later release does not have can be restored alone', () => {
    publish('1')
    expect(run('takedown', root, '2025/charts/visits', '2025/learning').status).toBe(0)
    const fewer = Object.entries(pages('2')).filter(([file]) => !file.includes('/charts/visits/'))
    run(makeRelease(join(place, '2025-2'), Object.fromEntries(fewer)), root)
    const restored = run('restore', root, 'https://www.example.gov.cn/lvzhi/2025/charts/visits/')
    expect([restored.status, restored.stderr]).toEqual([0, ''])
    expect([isServed('2025/charts/visits.svg'), isServed('2025/learning')]).toEqual([true, false])
  })

  test('a folder that is not there is named', () => {
    for (const command of ['status', 'rollback'])
      expect(run(command, join(place, 'none'))).toMatchObject({
        status: 1,
        stderr: `没有做成：没有文件夹 ${join(place, 'none')}\n`,
      })
  })

  test('an address is read below the path of the site, be it the root of a host', () => {
    run(makeRelease(join(place, '2025-1'), pages('1'), { base: '/' }), root)
    expect(run('takedown', root, 'http://host/2025/learning/?a=/b#c').status).toBe(0)
    expect([isServed('2025/learning'), isServed('2025/charts')]).toEqual([false, true])
  })

  test('an address that is not there is not taken down', () => {
    publish('1')
    const before = tree()
    for (const address of [
      '2025/none/',
      'https://host/lvzhi/',
      'https://host/lvzhi',
      'https://host',
      // Part of it is the address of another page.
      'https://host/lvzhi/2024/index.html',
      '../releases',
      '/',
      'x/2025',
    ])
      expect(run('takedown', root, address).status, address).toBe(1)
    expect(run('restore', root, '2025/learning').stderr).toContain('没有撤下')
    expect(tree()).toEqual(before)
  })
})
