import { join, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import { formatProblem } from '../records/problem.ts'
import { contentRoot } from '../roots.ts'

/** In the development server, lists every content and data problem again after each save. */
export function revalidateOnChange(): AstroIntegration {
  return {
    name: 'revalidate-on-change',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const { validate } = await import('./validate.ts')
        const watched = [join(contentRoot, 'content'), join(contentRoot, 'data')]
        server.watcher.add(watched)
        server.watcher.on('all', (event, path) => {
          if (event === 'addDir' || event === 'unlinkDir') return
          if (!watched.some((folder) => path.startsWith(folder + sep))) return
          const { problems } = validate(contentRoot)
          for (const problem of problems) logger.error(formatProblem(problem))
          if (problems.length === 0) {
            logger.info('数据与内容检查通过')
            server.ws.send({ type: 'full-reload' })
          }
        })
      },
    },
  }
}
