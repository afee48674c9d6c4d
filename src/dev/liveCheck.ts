import { basename, extname, join, relative, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AstroIntegration } from 'astro'
import type { Connect, Plugin } from 'vite'
import { formatProblem } from '../documents/problem.ts'
import { handOn, isTaken } from '../records/handedOn.ts'
import { isLitter } from '../records/registers.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { hashFiles } from '../store/hashFiles.ts'
import { printNotices, printProblems, type Validation, validate } from '../validation/validate.ts'
import { problemPage } from './problemPage.ts'

const folders = ['content', 'data'].map((name) => join(contentRoot, name))
const source = join(projectRoot, 'src')

/** Whether the check reads what is saved at a path. */
function isChecked(path: string): boolean {
  if (folders.some((folder) => `${path}${sep}`.startsWith(folder + sep)))
    return !isLitter(basename(path))
  return path.startsWith(source + sep) && /^\.(?:astro|ts)$/.test(extname(path))
}

/** What is found where the check itself breaks down: nothing is known to be right, so what was saved last is a problem. */
function brokenDown(saved: string, error: unknown): Validation {
  console.error(error)
  const problem = {
    file: relative(contentRoot, saved).split(sep).join('/'),
    line: 1,
    column: 1,
    found: '查到一半查不下去的内容',
    expected: '检查读得懂的内容',
    hint: '撤回刚才的改动，并把终端里的话告诉维护者',
  }
  return { editions: [], allowed: [], problems: [problem], notices: [] }
}

/**
 * In the development server: content and data are checked at the start and after every save, and while there is a problem
 * every address answers the list of all of them. A page waits for the check that is running, and is asked for once a save.
 */
export function liveCheck(): AstroIntegration {
  let found: Validation
  let printed: string | undefined
  /** What was handed on to Astro last. */
  let handed: string | undefined
  /** Resolves when the last check has ended. */
  let settled = Promise.resolve()
  /** What was saved since the last check began. */
  let saved: string | undefined
  /** Whether the browser is to be told to reload once all is checked. */
  let isChecking = false

  const print = () => {
    const words = [...found.problems, ...found.notices].map(formatProblem).join('\n')
    if (words === printed) return
    printed = words
    if (found.problems.length > 0) return printProblems(found.problems)
    printNotices(found.notices)
    console.log('数据与内容检查通过')
  }

  /** Checks what stands there now, and hands it on if nothing is wrong; tells whether that is anything new. */
  const renew = (path: string): boolean => {
    const hash = hashFiles(contentRoot, ['content', 'data'])
    try {
      found = validate(contentRoot, { drafts: true })
    } catch (error) {
      found = brokenDown(path, error)
    }
    print()
    if (found.problems.length > 0 || hash === handed) return false
    handed = hash
    handOn(found.editions)
    return true
  }

  const allSettled = async () => {
    let awaited: unknown
    while (awaited !== settled) {
      awaited = settled
      await awaited
    }
  }

  const gate: Plugin = {
    name: 'live-check',
    // The function it returns adds to what answers after Vite's own files and before Astro's pages.
    enforce: 'pre',
    configureServer: (server) => () => {
      const answer: Connect.NextHandleFunction = async (request, response, next) => {
        await allSettled()
        if (found.problems.length === 0) return next()
        const page = problemPage(found.problems)
        const html = await server.transformIndexHtml(request.url ?? '/', page)
        response.writeHead(500, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
        })
        response.end(html)
      }
      server.middlewares.use(answer)
    },
  }

  return {
    name: 'live-check',
    hooks: {
      'astro:config:setup': ({ injectScript, updateConfig }) => {
        handOn([])
        renew(join(contentRoot, 'data'))
        injectScript('page', "import '/src/dev/devPage.ts'")
        updateConfig({ vite: { plugins: [gate] } })
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        server.ws.on('lvzhi:notices', (_asked, client) =>
          client.send('lvzhi:notices', found.notices.map(formatProblem)),
        )

        // Vite and Astro each tell the page to reload as soon as they have heard of a save, and have no setting not to.
        const send = server.ws.send.bind(server.ws) as (...message: unknown[]) => void
        let told = () => {}
        server.ws.send = (...message: unknown[]) => {
          if (!isChecking) send(...message)
          else if ((message[0] as { path?: string }).path === '*') told()
        }
        /** Lets Astro take what is right now; waits until it has written what pages read, not the half second after it. */
        const refresh = async () => {
          const written = new Promise<void>((resolve) => {
            told = resolve
          })
          const taken = async () => {
            // Astro drops what it is asked while it reads its own configuration again, as it does after each save.
            for (let turn = 0; turn < 500 && !isTaken(); turn++) {
              await refreshContent?.({})
              await sleep(10)
            }
            if (!isTaken()) throw new Error('Astro 没有取走查过的记录')
          }
          await Promise.race([written, taken()])
        }

        const follow = async () => {
          // An editor may empty a file before it writes it.
          await sleep(20)
          const path = saved ?? source
          saved = undefined
          try {
            if (renew(path)) await refresh()
          } catch (error) {
            found = brokenDown(path, error)
            handed = undefined
          }
          if (saved !== undefined) return
          isChecking = false
          send({ type: 'full-reload' })
        }
        server.watcher.add(folders)
        server.watcher.on('all', (_event, path) => {
          if (!isChecked(path)) return
          isChecking = true
          if (saved === undefined) settled = settled.then(follow)
          saved = path
        })
      },
    },
  }
}
