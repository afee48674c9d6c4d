import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { newestEdition } from '../records/newestEdition.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { pagePaths } from '../sitePages.ts'

/** What is written, one for each save; the first saves only warm the server up. */
const words = [...'甲乙丙丁戊己庚辛壬癸丑寅卯'].map((each) => `改过${each}`)
const warmUp = 3

/** Starts the development server on a copy of the content. */
async function startDev(root: string): Promise<{ url: string; stop(): void }> {
  const server = spawn(process.execPath, ['src/tools/dev.ts'], {
    cwd: projectRoot,
    env: { ...process.env, CONTENT_ROOT: root, PORT: '0' },
  })
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error(printed)))
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (text) => {
        printed += text
        const started = /边写边看：(\S+)（/.exec(printed)?.[1]
        if (started) resolve(started)
      })
  })
  return { url, stop: () => server.kill() }
}

/** Makes a page tell, once it is painted, which of the words it shows. */
async function watchWords(page: Page): Promise<{ shows(word: string): Promise<void> }> {
  let told: (word: string) => void = () => {}
  await page.exposeBinding('tellWord', (_, word: string) => told(word))
  await page.addInitScript((all) => {
    const { tellWord } = globalThis as unknown as { tellWord(word: string): void }
    let last: string | undefined
    const look = () => {
      const text = document.querySelector('main')?.textContent ?? ''
      const word = all.find((each) => text.includes(each))
      // The next frame begins once this one has been painted.
      if (word && word !== last) requestAnimationFrame(() => tellWord(word))
      last = word
      requestAnimationFrame(look)
    }
    look()
  }, words)
  return {
    shows: (word) =>
      new Promise((resolve) => {
        told = (each) => {
          if (each === word) resolve()
        }
      }),
  }
}

/**
 * Prints how long a save of a chapter and of a data file takes until the open page shows it, in milliseconds, and how
 * often the page is fetched for it.
 */
export async function benchDev(browser: Browser): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'bench-dev-'))
  for (const folder of ['content', 'data'])
    cpSync(join(contentRoot, folder), join(root, folder), { recursive: true })
  const edition = newestEdition(root)
  const [path = ''] = pagePaths('chapter', edition)
  const [year, chapter] = path.split('/')
  const server = await startDev(root)
  const page = await browser.newPage()
  const watched = await watchWords(page)
  await page.goto(`${server.url}${path}`)
  let fetches = 0
  page.on('request', (request) => {
    if (request.url() === page.url()) fetches++
  })

  const measure = async (file: string, write: (text: string, word: string) => string) => {
    const original = readFileSync(join(root, file), 'utf8')
    const times: number[] = []
    fetches = 0
    for (const word of words) {
      // Whatever the last save has set going is over by then.
      await sleep(1500)
      const shown = watched.shows(word)
      const started = performance.now()
      writeFileSync(join(root, file), write(original, word))
      await shown
      times.push(performance.now() - started)
    }
    writeFileSync(join(root, file), original)
    const sorted = times.slice(warmUp).sort((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
    const each = (fetches / words.length).toFixed(1)
    return { 最快: at(0), 中位: at(0.5), 最慢: at(1), 每次取网页: each }
  }
  console.log('开着 npm run dev，存盘到网页画出来（毫秒）')
  console.table({
    正文: await measure(`content/${year}/${chapter}.mdx`, (text, word) =>
      text.replace(/\n## .*\n\n/, (heading) => `${heading}${word}。`),
    ),
    数据: await measure(`data/${year}/indicators.json`, (text, word) =>
      text.replace(new RegExp(`"id": "${chapter}[\\s\\S]*?"definition": "`), `$&${word}，`),
    ),
  })
  await page.close()
  server.stop()
  rmSync(root, { recursive: true, force: true })
}
