import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { formatProblem } from '../records/problem.ts'
import { validate } from './validate.ts'

/** In the development server, lists every content and data problem again after each save. */
export function revalidateOnChange(): AstroIntegration {
  return {
    name: 'revalidate-on-change',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const root = process.env.CONTENT_ROOT ?? fileURLToPath(new URL('../..', import.meta.url))
        const watched = [join(root, 'content'), join(root, 'data')]
        server.watcher.add(watched)
        server.watcher.on('change', (path) => {
          if (!watched.some((folder) => path.startsWith(folder))) return
          const problems = validate(root)
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
