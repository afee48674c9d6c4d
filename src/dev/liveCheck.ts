import { basename, extname, join, relative, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AstroIntegration } from 'astro'
import type { Connect, Plugin } from 'vite'
import { isLitter } from '../documents/namesIn.ts'
import { formatProblem } from '../documents/problem.ts'
import { handOn, isTaken } from '../records/handedOn.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { hashFiles } from '../store/hashFiles.ts'
import { printNotices, printProblems, type Validation, validate } from '../validation/validate.ts'
import { problemPage } from './problemPage.ts'

const folders = ['content', 'data', 'site.json'].map((name) => join(contentRoot, name))
const source = join(projectRoot, 'src')

/** Whether a path belongs to the files that the check reads. */
function isChecked(path: string): boolean {
  if (folders.some((folder) => `${path}${sep}`.startsWith(folder + sep)))
    return !isLitter(basename(path))
  return path.startsWith(source + sep) && /^\.(?:astro|ts)$/.test(extname(path))
}

/** The result if the check itself fails: nothing is known to be right, so the last save is reported as a problem. */
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
 * For the development server: checks content and data at the start and after every save; while there is a problem,
 * every address answers with the list of all problems. Page requests wait for the running check, and each save reloads
 * the page once.
 */
export function liveCheck(): AstroIntegration {
  let found: Validation
  let printed: string | undefined
  /** Hash of the content last passed on to Astro. */
  let handed: string | undefined
  /** Resolves when the last check has finished. */
  let settled = Promise.resolve()
  /** The path saved since the last check began. */
  let saved: string | undefined
  /** Whether the browser is to reload once everything is checked. */
  let isChecking = false

  const print = () => {
    const words = [...found.problems, ...found.notices].map(formatProblem).join('\n')
    if (words === printed) return
    printed = words
    if (found.problems.length > 0) return printProblems(found.problems)
    printNotices(found.notices)
    console.log('数据与内容检查通过')
  }

  /**
   * Checks the current files and, if nothing is wrong, passes the records on; returns whether they differ from the last
   * time.
   */
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
    // The returned function adds middleware after Vite's own files and before Astro's pages.
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

        // Vite and Astro tell the page to reload as soon as a file is saved, and have no setting to turn that off.
        const send = server.ws.send.bind(server.ws) as (...message: unknown[]) => void
        let told = () => {}
        server.ws.send = (...message: unknown[]) => {
          if (!isChecking) send(...message)
          else if ((message[0] as { path?: string }).path === '*') told()
        }
        /**
         * Lets Astro load the records and waits until it has written what pages read, rather than for its half-second
         * delay.
         */
        const refresh = async () => {
          const written = new Promise<void>((resolve) => {
            told = resolve
          })
          const taken = async () => {
            // Astro ignores requests while it reloads its own configuration, which it does after each save.
            for (let turn = 0; turn < 500 && !isTaken(); turn++) {
              await refreshContent?.({})
              await sleep(10)
            }
            if (!isTaken()) throw new Error('Astro 没有取走查过的记录')
          }
          await Promise.race([written, taken()])
        }

        const follow = async () => {
          // An editor may truncate a file before it writes the new content.
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
