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

/** Milliseconds in which Astro tells the same again: once when it has written the records, once when it sees the file. */
const echoTime = 1000

const hashContent = () => hashFiles(contentRoot, ['content', 'data', 'site.json'])

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
  /** Hash of the content last checked. */
  let checked: string | undefined
  /** Hash of the content last passed on to Astro. */
  let handed: string | undefined
  /** Resolves when the last check has finished. */
  let settled = Promise.resolve()
  /** The path saved since the last check began. */
  let saved: string | undefined
  /** Whether the browser is to reload once everything is checked. */
  let isChecking = false
  /** Whether open pages do not show what was checked last. */
  let isBehind = false
  /** Whether open pages are not those of the site, or were made by other code, and have to be loaded again. */
  let isStale = false

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
  const renew = (path: string, hash: string): boolean => {
    checked = hash
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
        if (found.problems.length === 0) {
          response.once('finish', () => {
            if (response.statusCode >= 500) isStale = true
          })
          return next()
        }
        isStale = true
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
        renew(join(contentRoot, 'data'), hashContent())
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
        let refreshed = Number.NEGATIVE_INFINITY
        server.ws.send = (...message: unknown[]) => {
          const isOfContent = (message[0] as { path?: string }).path === '*'
          if (isChecking) {
            if (isOfContent) told()
          } else if (!isOfContent || performance.now() - refreshed > echoTime) send(...message)
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
          refreshed = performance.now()
        }

        const follow = async () => {
          // An editor may truncate a file before it writes the new content.
          await sleep(20)
          const path = saved ?? source
          saved = undefined
          const hash = hashContent()
          // The system may tell twice of one save.
          const isSame = hash === checked && !isStale
          try {
            if (!isSame && renew(path, hash)) await refresh()
          } catch (error) {
            found = brokenDown(path, error)
            checked = undefined
            handed = undefined
          }
          if (!isSame) isBehind = true
          if (saved !== undefined) return
          isChecking = false
          if (!isBehind) return
          isBehind = false
          if (found.problems.length > 0) isStale = true
          if (isStale) send({ type: 'full-reload' })
          else send({ type: 'custom', event: 'lvzhi:saved' })
          isStale = found.problems.length > 0
        }
        server.watcher.add(folders)
        server.watcher.on('all', (_event, path) => {
          if (!isChecked(path)) return
          isChecking = true
          if (path.startsWith(source + sep)) isStale = true
          if (saved === undefined) settled = settled.then(follow)
          saved = path
        })
      },
    },
  }
}
